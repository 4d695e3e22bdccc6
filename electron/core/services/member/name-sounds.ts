import type { pinyin as Pinyin } from 'pinyin-pro';


/** How a name sounds, as stored beside it: syllables separated by blanks, the name and the nickname by a slash. */
export interface NameSounds {
  /** `zhang xiao ming/lao san` */
  readonly pinyin: string;
  /** `zxm/ls` */
  readonly initials: string;
}

/** Surnames that sound otherwise than the same character in a sentence; fixed here so that the stored index never changes with the dictionary. */
const surnames: Readonly<Record<string, string>> = {
  单: 'shan', 曾: 'zeng', 查: 'zha', 覃: 'qin', 仇: 'qiu', 解: 'xie', 区: 'ou', 朴: 'piao', 任: 'ren', 华: 'hua', 缪: 'miao', 盖: 'ge', 冼: 'xian', 员: 'yun', 召: 'shao', 折: 'she', 燕: 'yan', 宁: 'ning', 韦: 'wei', 佴: 'nai',
};

/** Surnames of two characters that begin with one of the above. */
const doubleSurnames: ReadonlySet<string> = new Set(['单于']);

let dictionary: typeof Pinyin | null = null;

/** Loads the dictionary, which is large: core starts without it, and whoever saves a name waits for it first. */
export async function loadNameSounds(): Promise<void> {
  dictionary ??= (await import('pinyin-pro')).pinyin;
}

function syllables(text: string, isName: boolean): string[] {
  if (!dictionary) throw new Error('the dictionary of sounds was not loaded');
  const found = dictionary(text, { toneType: 'none', type: 'array', v: true, nonZh: 'removed', ...(isName ? { surname: 'head' as const } : {}) }).filter((syllable) => /^[a-z]+$/.test(syllable));
  const surname = isName && !doubleSurnames.has(text.slice(0, 2)) ? surnames[text.slice(0, 1)] : undefined;
  return surname === undefined ? found : [surname, ...found.slice(1)];
}

/** Latin letters of a name are kept as they are written, so that a name typed without characters is found as well. */
function wordsOf(text: string, isName: boolean): string[] {
  const latin = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return [...syllables(text, isName), ...latin];
}

/** The sounds of a member's name and nickname, once `loadNameSounds` is done, without tones, `ü` as `v`. A character the dictionary lacks has no sound and is left out. */
export function nameSounds(name: string, nickname: string | null): NameSounds {
  const words = [wordsOf(name, true), ...(nickname === null ? [] : [wordsOf(nickname, false)])].filter((word) => word.length > 0);
  return { pinyin: words.map((word) => word.join(' ')).join('/'), initials: words.map((word) => word.map((syllable) => syllable.slice(0, 1)).join('')).join('/') };
}
