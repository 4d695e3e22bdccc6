// The files of texts: both languages hold the same keys with the same gaps to fill, and no text is empty.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const chineseCharacter = /\p{Script=Han}/u;

/** Reads resources/locales below `root`: language -> area -> flat map of key to text. Adds what cannot be read to `faults`. */
export function readTexts(root, faults) {
  const texts = {};
  for (const language of ['zh', 'en']) {
    texts[language] = {};
    const folder = join(root, 'resources/locales', language);
    for (const name of existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : []) {
      texts[language][name.slice(0, -'.json'.length)] = flat(JSON.parse(readFileSync(join(folder, name), 'utf8')), `${language}/${name}`, faults);
    }
  }
  return texts;
}

function flat(node, where, faults, prefix = '', found = {}) {
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'string') found[prefix + key] = value;
    else if (value !== null && typeof value === 'object' && !Array.isArray(value)) flat(value, where, faults, `${prefix}${key}.`, found);
    else faults.push(`${where}: ${prefix}${key} is not a text`);
  }
  return found;
}

/** Compares the two languages area by area. */
export function compareLanguages(texts, faults) {
  const areas = new Set([...Object.keys(texts.zh), ...Object.keys(texts.en)]);
  if (areas.size === 0) faults.push('no locale file was found; a check of nothing is no check');
  for (const area of areas) {
    const [zh, en] = [texts.zh[area] ?? {}, texts.en[area] ?? {}];
    for (const key of new Set([...Object.keys(zh), ...Object.keys(en)])) comparePair(area, key, zh[key], en[key], faults);
  }
}

function comparePair(area, key, zh, en, faults) {
  const say = (words) => faults.push(`${area}: ${key} ${words}`);
  if (zh === undefined) return say('is missing in Chinese');
  if (en === undefined) return say('is missing in English');
  if (zh.trim() === '') say('is empty in Chinese');
  if (en.trim() === '') say('is empty in English');
  if (chineseCharacter.test(en)) say('holds Chinese characters in English');
  if (gaps(zh) !== gaps(en)) say(`has other gaps in the two languages: ${gaps(zh) || 'none'} / ${gaps(en) || 'none'}`);
}

/** The names to be filled in, `{{name}}` and `{{name, format}}`, in one order. */
function gaps(text) {
  return [...new Set([...text.matchAll(/\{\{\s*([^},\s]+)/gu)].map((match) => match[1]))].sort().join(' ');
}
