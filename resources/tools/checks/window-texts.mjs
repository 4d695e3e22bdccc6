// The sources of the window: what a person reads comes from the locale files, and every key that is asked for exists.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const chineseCharacter = /\p{Script=Han}/u;
const word = /\p{L}{2,}/u;
const spokenAttributes = new Set(['alt', 'aria-label', 'aria-description', 'label', 'placeholder', 'title', 'hint']);
/** A language is called by its own name in every language. */
const nameOfChinese = '中文';

/** Looks through renderer/ below `root`. Returns the number of files read. */
export function checkWindowTexts(root, texts, faults) {
  const files = globSync('renderer/**/*.{ts,tsx}', { cwd: root });
  for (const file of files) {
    const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
    const say = (node, words) => faults.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${words}`);
    const readers = file.endsWith('.tsx') ? [untranslated, askedKeys(source, texts)] : [askedKeys(source, texts)];
    visit(source, (node) => readers.forEach((read) => read(node, say)));
  }
  return files.length;
}

function visit(node, read) {
  read(node);
  ts.forEachChild(node, (child) => visit(child, read));
}

/** Words for a person that stand in the source instead of a locale file. */
function untranslated(node, say) {
  if (ts.isJsxText(node) && word.test(node.text)) say(node, `"${node.text.trim()}" stands in the source; it belongs in a locale file`);
  else if (ts.isStringLiteralLike(node) && chineseCharacter.test(node.text) && node.text !== nameOfChinese) say(node, `"${node.text}" is Chinese text in the source`);
  else if (isSpokenAttribute(node)) say(node, `${node.name.getText()}="${node.initializer.text}" stands in the source; it belongs in a locale file`);
}

function isSpokenAttribute(node) {
  if (!ts.isJsxAttribute(node) || !spokenAttributes.has(node.name.getText())) return false;
  return node.initializer !== undefined && ts.isStringLiteral(node.initializer) && word.test(node.initializer.text);
}

/** Follows `const t = useText('area')` to `t('key')` and to t(`start.${…}`). */
function askedKeys(source, texts) {
  const areas = new Map();
  visit(source, (node) => {
    if (!ts.isVariableDeclaration(node) || node.initializer === undefined || !ts.isCallExpression(node.initializer)) return;
    const { expression, arguments: [area] } = node.initializer;
    if (expression.getText() !== 'useText' || area === undefined || !ts.isStringLiteral(area)) return;
    const name = node.name.getText();
    areas.set(name, areas.has(name) && areas.get(name) !== area.text ? null : area.text);
  });
  return (node, say) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return;
    const area = areas.get(node.expression.text);
    const key = node.arguments[0];
    if (area === undefined || area === null || key === undefined) return;
    const known = Object.keys(texts.zh[area] ?? {});
    if (ts.isStringLiteralLike(key) && !known.includes(key.text)) say(key, `the text "${key.text}" is asked of ${area}.json, which does not hold it`);
    if (!ts.isTemplateExpression(key) || key.head.text === '') return;
    if (!known.some((found) => found.startsWith(key.head.text))) say(key, `no text of ${area}.json begins with "${key.head.text}"`);
  };
}
