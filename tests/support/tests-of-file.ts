import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** One test as it stands in its file. */
export interface WrittenTest {
  /** The name, with what is put in by the run left as `%s`. */
  readonly name: string;
  /** `skip`, `todo`, `fixme` or `only` where it, or a group around it, is marked so; a condition of the machine (`skipIf`) is none of these. */
  readonly marks: readonly string[];
  /** How many claims its body makes, those of the functions of its file that it calls among them. */
  readonly claims: number;
}

const groups = new Set(['describe', 'test.describe']);
const runners = new Set(['test', 'it']);
const marking = new Set(['skip', 'todo', 'fixme', 'only', 'fails']);
const claiming = /^(expect|assert)\b/;

/** The tests of a file, read from its syntax and not from its words. */
export function testsOfFile(path: string): WrittenTest[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const functions = functionsIn(source);
  const found: WrittenTest[] = [];
  const walk = (node: ts.Node, marks: readonly string[]): void => {
    const call = ts.isCallExpression(node) ? asTest(node) : null;
    if (call === null) return ts.forEachChild(node, (child) => walk(child, marks));
    const all = [...marks, ...call.marks];
    if (call.isGroup) return ts.forEachChild(node, (child) => walk(child, all));
    found.push({ name: nameIn(call.title), marks: all, claims: call.body === null ? 0 : claimsIn(call.body, functions, new Set()) });
  };
  walk(source, []);
  return found;
}

interface TestCall { readonly title: ts.Expression; readonly marks: readonly string[]; readonly isGroup: boolean; readonly body: ts.Node | null }

/** `test(…)`, `it.each(…)(…)`, `test.skipIf(…)(…)`, `describe(…)` and the like; null for any other call. */
function asTest(node: ts.CallExpression): TestCall | null {
  const words = wordsOf(node.expression);
  const title = node.arguments[0];
  if (title === undefined || !(ts.isStringLiteralLike(title) || ts.isTemplateExpression(title))) return null;
  const isGroup = groups.has(words.slice(0, words[0] === 'test' ? 2 : 1).join('.'));
  if (!isGroup && !runners.has(words[0] ?? '')) return null;
  const body = node.arguments.find((argument) => ts.isArrowFunction(argument) || ts.isFunctionExpression(argument));
  return { title, marks: words.filter((word) => marking.has(word)), isGroup, body: body ?? null };
}

/** `test.describe.skip` as its words; what stands in brackets between them is passed over. */
function wordsOf(node: ts.Expression): string[] {
  if (ts.isIdentifier(node)) return [node.text];
  if (ts.isPropertyAccessExpression(node)) return [...wordsOf(node.expression), node.name.text];
  if (ts.isCallExpression(node)) return wordsOf(node.expression);
  return ts.isTaggedTemplateExpression(node) ? wordsOf(node.tag) : [];
}

function nameIn(title: ts.Expression): string {
  if (ts.isStringLiteralLike(title)) return title.text;
  return ts.isTemplateExpression(title) ? title.head.text + title.templateSpans.map((span) => `%s${span.literal.text}`).join('') : '';
}

type Functions = ReadonlyMap<string, ts.Node>;
function functionsIn(source: ts.SourceFile): Functions {
  const found = new Map<string, ts.Node>();
  const walk = (node: ts.Node): void => {
    if (ts.isFunctionDeclaration(node) && node.name && node.body) found.set(node.name.text, node.body);
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer && ts.isArrowFunction(node.initializer)) found.set(node.name.text, node.initializer.body);
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}

function claimsIn(body: ts.Node, functions: Functions, seen: Set<string>): number {
  let claims = 0;
  const walk = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const [called = ''] = wordsOf(node.expression);
      const own = functions.get(called);
      if (claiming.test(called) && ts.isIdentifier(node.expression)) claims += 1;
      else if (ts.isPropertyAccessExpression(node.expression) && /^(expect|assert)\.(poll|soft)$|^(assert|fc\.assert)/.test(node.expression.getText())) claims += 1;
      else if (own !== undefined && !seen.has(called)) {
        seen.add(called);
        claims += claimsIn(own, functions, seen);
      }
    }
    ts.forEachChild(node, walk);
  };
  walk(body);
  return claims;
}
