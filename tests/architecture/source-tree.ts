import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { projectRoot } from '../../resources/tools/runtime.mjs';

/** What is made here and not kept, as .gitignore says. */
export const madeHere = new Set(['.git', 'node_modules', 'out', 'dist', 'demo-output', 'test-results', 'coverage']);
const sourceKinds = new Set(['.ts', '.tsx', '.mts', '.mjs', '.cjs', '.js', '.css', '.html', '.json', '.yml', '.md', '.svg', '']);

export interface SourceFile {
  /** From the project's root, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** Every text file of the project below `folder`, without what is made here and without the lock files. */
export function sourceFiles(folder = '.'): SourceFile[] {
  return readdirSync(join(projectRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return madeHere.has(entry.name) ? [] : sourceFiles(path);
    if (!entry.isFile() || !sourceKinds.has(extname(entry.name)) || entry.name === 'package-lock.json') return [];
    return [{ path, text: readFileSync(join(projectRoot, path), 'utf8') }];
  });
}

/** Places where `pattern` is found, as `path:line: text`. */
export function findings(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 120)}`] : [])),
  );
}

export const isCode = ({ path }: SourceFile): boolean => /\.(ts|tsx|mts|mjs|cjs)$/.test(path);
/** Code of the product and its tools; these rules' own test names what it forbids and is left out. */
export const ownRules = /^tests\/architecture\//;
