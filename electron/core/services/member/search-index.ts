import type { ReadHandle } from '../../../../db/connection.ts';
import { membersSince, memberMarks } from '../../../../db/queries/member.queries.ts';
import type { MemberIndexed } from '../../../../db/queries/member.queries.ts';
import type { MemberRow } from '../../../contract/member.ts';
import type { MemberQuestion } from './search-question.ts';
import { compact } from './search-question.ts';

/** Between words, so that nothing is found across two of them. */
const gap = '\u0001';

/** A word as it is found by its beginning: a capital (or the gap, before a digit) marks the start, which a search for it meets seldom elsewhere. */
const marked = (word: string): string => (/^[a-z]/.test(word) ? word.charAt(0).toUpperCase() + word.slice(1) : gap + word);

interface Entry {
  readonly row: MemberRow;
  readonly name: string;
  readonly code: string;
  /** Found by any part: name, nickname, house group. */
  readonly words: string;
  /** Whether letters or digits stand in the words at all; most names have none. */
  readonly hasPlainWords: boolean;
  /** Found by their beginning: pinyin from each syllable on, initials, the code. */
  readonly letters: string;
  /** Found by their beginning: the number of the code with and without its noughts. */
  readonly numbers: string;
  /** Pinyin of the whole name, and initials of name and nickname. */
  readonly sound: string;
  readonly initials: readonly string[];
  readonly phoneHash: string | null;
  readonly phoneTail: string | null;
  readonly residentTail: string | null;
}

/** Members in memory in the order of their codes, so that a search at every key costs well under a millisecond. */
interface MemberIndex {
  readonly entries: Entry[];
  readonly placeOf: Map<string, number>;
  lastMember: number;
  lastVersion: number;
}

const indexes = new WeakMap<object, MemberIndex>();

/** `zhang xiao ming` gives `zhangxiaoming`, `xiaoming`, `ming`. */
function soundsFrom(word: string): string[] {
  const syllables = word.split(' ');
  return syllables.map((_, index) => syllables.slice(index).join(''));
}

function toEntry(member: MemberIndexed): Entry {
  const { pinyin, initials, phoneHash, phoneTail, residentTail, ...row } = member;
  const sounds = pinyin === '' ? [] : pinyin.split('/').map(soundsFrom);
  const code = row.code.toLowerCase();
  const letters = code.replace(/\d+$/, '');
  const number = code.slice(letters.length);
  const short = number.replace(/^0+/, '');
  const initialWords = initials === '' ? [] : initials.split('/');
  const words = [row.name, row.nickname ?? '', row.houseGroup ?? ''].map(compact).join(gap);
  return {
    row, name: compact(row.name), code, words, hasPlainWords: /[a-z0-9]/.test(words),
    letters: [...sounds.flat(), ...initialWords, code, `${letters}${short}`].map(marked).join(''), numbers: [number, short].map(marked).join(''),
    sound: sounds[0]?.[0] ?? '', initials: initialWords, phoneHash, phoneTail, residentTail,
  };
}

function place(index: MemberIndex, entry: Entry): void {
  const at = index.placeOf.get(entry.row.id);
  if (at !== undefined) {
    index.entries[at] = entry;
    return;
  }
  index.placeOf.set(entry.row.id, index.entries.push(entry) - 1);
}

function inOrder(index: MemberIndex): void {
  index.entries.sort((left, right) => (left.row.code < right.row.code ? -1 : 1));
  index.entries.forEach((entry, at) => index.placeOf.set(entry.row.id, at));
}

/**
 * The index of a database file, brought up to its last member version first: two look-ups by key when nothing changed. It is a cache of
 * the member table only; nothing is stored, so nothing can disagree after a restart.
 */
function freshIndex(db: ReadHandle): MemberIndex {
  const index = indexes.get(db.file) ?? { entries: [], placeOf: new Map<string, number>(), lastMember: 0, lastVersion: 0 };
  const marks = memberMarks.one(db, {});
  if (marks.lastMember === index.lastMember && marks.lastVersion === index.lastVersion) return index;
  const changed = membersSince.all(db, { member: index.lastMember, version: index.lastVersion });
  const before = index.entries.length;
  for (const member of changed) place(index, toEntry(member));
  if (index.entries.length > before) inOrder(index);
  index.lastMember = marks.lastMember;
  index.lastVersion = marks.lastVersion;
  indexes.set(db.file, index);
  return index;
}

/** Best first; -1 when the member is not meant. `beginning` is the marked text, made once for all members. */
function rankOf(entry: Entry, question: MemberQuestion, beginning: string): number {
  const { text } = question;
  if (text === '') return 0;
  if (question.phoneHash !== null && entry.phoneHash === question.phoneHash) return 0;
  if (entry.name === text || entry.code === text) return 0;
  if (question.phoneTail !== null && entry.phoneTail === question.phoneTail) return 1;
  if (question.residentTail !== null && entry.residentTail === question.residentTail) return 1;
  if (question.isPlain && (beginning.startsWith(gap) ? entry.numbers : entry.letters).includes(beginning)) {
    if (entry.initials.includes(text)) return 3;
    if (entry.initials.some((initials) => initials.startsWith(text))) return 4;
    return entry.sound.startsWith(text) ? 5 : 6;
  }
  if ((question.isPlain && !entry.hasPlainWords) || !entry.words.includes(text)) return -1;
  return entry.name.startsWith(text) ? 2 : 6;
}

const ranks = 7;

/** All members meant by the question, or the first `most` of them: best match first, who left last, then by code. */
export function findMembers(db: ReadHandle, question: MemberQuestion, most = Infinity): MemberRow[] {
  const beginning = marked(question.text);
  const buckets: MemberRow[][] = Array.from({ length: ranks * 2 }, () => []);
  for (const entry of freshIndex(db).entries) {
    const { row } = entry;
    if (question.kind !== null && row.kind !== question.kind) continue;
    if (question.status !== null && row.status !== question.status) continue;
    if (question.houseGroup !== null && row.houseGroup !== question.houseGroup) continue;
    const rank = rankOf(entry, question, beginning);
    const bucket = rank < 0 ? undefined : buckets[row.status === 'left' ? rank + ranks : rank];
    if (bucket && bucket.length < most) bucket.push(row);
  }
  return buckets.flat().slice(0, most);
}
