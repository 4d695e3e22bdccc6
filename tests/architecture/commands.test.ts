import { describe, expect, it } from 'vitest';
import { runTool } from './planted.ts';

describe('the whole check', () => {
  it('fails a step that ran no test, and says so in its last line', () => {
    const { code, said } = runTool('resources/tools/test.mjs', ['test:unit', '--', 'tests/unit/there-is-no-such-folder/']);
    expect(code).toBe(1);
    expect(said.split('\n').findLast((line) => /\d+ passed, \d+ failed, \d+ skipped$/.test(line))).toBe('0 passed, 1 failed, 0 skipped');
  });

  it('refuses the name of a step that does not exist', () => {
    const { code, said } = runTool('resources/tools/test.mjs', ['test:everything']);
    expect(code).not.toBe(0);
    expect(said).toContain('no such step: test:everything');
  });
});
