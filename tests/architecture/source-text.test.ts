import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { findings, isCode, ownRules, sourceFiles, type SourceFile } from './source-tree.ts';

const files = sourceFiles().filter(({ path }) => !ownRules.test(path));
const code = files.filter(isCode);
const below = (...folders: string[]): SourceFile[] => code.filter(({ path }) => folders.some((folder) => path.startsWith(`${folder}/`)));
const product = below('electron', 'db', 'renderer');
/** A list of tables and their columns, in one place on purpose. */
const longLists = new Set(['db/schema.ts']);

describe('the source text', () => {
  it('is there to be looked at', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  it('names no folder of the machine it was written on', () => {
    expect(findings(files, /(^|[^\w.])(\/work\/|\/root\/|\/home\/\w|\/Users\/\w|[A-Z]:\\Users\\\w)/)).toEqual([]);
  });

  it('names no package registry', () => {
    expect(findings(files, /registry\.(npmjs|npmmirror|yarnpkg)|npmmirror\.com|deb\.debian\.org/)).toEqual([]);
  });

  it('leaves nothing for later', () => {
    expect(findings(files, /\b(TODO|FIXME|XXX|HACK|TBD)\b/)).toEqual([]);
  });

  it('suppresses no rule', () => {
    expect(findings(code, /oxlint-disable|eslint-disable|@ts-ignore|@ts-expect-error|@ts-nocheck|\bas any\b/)).toEqual([]);
  });

  it('keeps float arithmetic away from money and weights', () => {
    expect(findings(below('electron/domain', 'electron/contract', 'electron/core/services', 'db'), /\b(parseFloat|toFixed|toPrecision)\b/)).toEqual([]);
  });

  it('gives core its paths from outside, because it is bundled', () => {
    expect(findings(below('electron/core', 'db').filter(({ path }) => !path.startsWith('electron/core/cli/')), /\bimport\.meta\b|\b__dirname\b|\b__filename\b/)).toEqual([]);
  });

  it('speaks SQL in db only', () => {
    const sql = /^\s*(select\s+[\s\S]+\s+from\s|insert\s+(or\s+\w+\s+)?into\s|update\s+\w+\s+set\s|delete\s+from\s|(create|drop|alter)\s+(table|index|trigger|view)\s|pragma\s+\w|begin\s+immediate|savepoint\s)/i;
    const spoken = below('electron', 'renderer').flatMap(({ path, text }) => textsIn(path, text).filter((value) => sql.test(value)).map((value) => `${path}: ${value.slice(0, 80)}`));
    expect(spoken).toEqual([]);
  });

  it('opens a database where its promises are made: in the opener, for copies that are only read, and for the lock', () => {
    const opens = (what: RegExp): string[] => [...new Set(findings(product, what).map((finding) => finding.split(':')[0] ?? ''))].toSorted();
    expect(opens(/\bnew Database\(/)).toEqual(['db/backup.ts', 'db/connection.ts', 'db/exclusive-lock.ts']);
    expect(opens(/^import (?!type )[^;]*better-sqlite3|(require|import)\([^)]*better-sqlite3/)).toEqual(['db/backup.ts', 'db/connection.ts', 'db/exclusive-lock.ts']);
    expect(opens(/\bopenForWriting\(/)).toEqual(['db/connection.ts', 'db/file-check.ts', 'electron/core/start.ts']);
    expect(opens(/\bopenForReading\(/)).toEqual(['db/connection.ts', ...['backup', 'db-verify', 'places', 'print-render'].map((verb) => `electron/core/cli/${verb}.ts`), 'electron/core/worker.ts']);
  });

  it('keeps files short', () => {
    const tooLong = [...product, ...below('resources', 'tests')].map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 })).filter(({ path, lines }) => lines > 300 && !longLists.has(path));
    expect(tooLong).toEqual([]);
  });

  it('answers "helper of what?" with a name', () => {
    const vague = files.filter(({ path }) => /(^|[/.-])(utils?|helpers?|common|misc|managers?)([/.-]|$)/i.test(path));
    expect(vague.map(({ path }) => path)).toEqual([]);
  });

  it('names files in kebab-case and components in PascalCase', () => {
    const misnamed = [...product, ...below('resources', 'tests')].filter(({ path }) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      return !(/^[a-z0-9]+([-.][a-z0-9]+)*\.(ts|tsx|mts|mjs|cjs)$/.test(name) || /^([A-Z][a-z0-9]*)+(\.test)?\.tsx$/.test(name));
    });
    expect(misnamed.map(({ path }) => path)).toEqual([]);
  });
});

/** Every string and template text of a source. */
function textsIn(path: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    else if (ts.isTemplateExpression(node)) found.push(node.getText().slice(1));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return found;
}
