import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyOf, runTool, type PlantedTree } from './planted.ts';

const check = 'resources/tools/checks/locales.mjs';

describe('the texts of both languages', () => {
  let tree: PlantedTree;
  beforeEach(() => {
    tree = copyOf(['resources/locales', 'renderer']);
  });
  afterEach(() => tree.remove());

  const change = (language: 'zh' | 'en', edit: (texts: Record<string, unknown>) => void): void => {
    const path = `resources/locales/${language}/app.json`;
    const texts = JSON.parse(readFileSync(join(tree.root, path), 'utf8')) as Record<string, unknown>;
    edit(texts);
    tree.plant(path, JSON.stringify(texts));
  };
  const said = (): string => {
    const run = runTool(check, [tree.root]);
    expect(run.code).toBe(1);
    return run.said;
  };

  it('fails when the English file lacks a key', () => {
    change('zh', (texts) => (texts['planted'] = '新的'));
    expect(said()).toContain('app: planted is missing in English');
  });

  it('fails when the Chinese file lacks a key', () => {
    change('en', (texts) => (texts['planted'] = 'New'));
    expect(said()).toContain('app: planted is missing in Chinese');
  });

  it('fails on an empty text, on Chinese in the English file and on unequal gaps', () => {
    change('zh', (texts) => Object.assign(texts, { empty: ' ', chinese: '过磅', gap: '共{{count}}张' }));
    change('en', (texts) => Object.assign(texts, { empty: 'x', chinese: '过磅', gap: 'Total' }));
    const words = said();
    expect(words).toContain('app: empty is empty in Chinese');
    expect(words).toContain('app: chinese holds Chinese characters in English');
    expect(words).toContain('app: gap has other gaps');
  });

  it('fails when a screen asks for a text that no file holds', () => {
    tree.plant('renderer/planted.tsx', "const t = useText('app');\nexport const Planted = () => <b title={t('nowhere.at.all')} />;\n");
    expect(said()).toContain('"nowhere.at.all" is asked of app.json');
  });

  it('fails when words stand in a screen instead of a file', () => {
    tree.plant('renderer/planted.tsx', 'export const Planted = () => <b title="Weigh now">Weigh <i>{\'过磅\'}</i></b>;\n');
    const words = said();
    expect(words).toContain('"Weigh" stands in the source');
    expect(words).toContain('"过磅" is Chinese text in the source');
    expect(words).toContain('title="Weigh now" stands in the source');
  });
});
