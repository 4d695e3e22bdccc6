import type { BusinessDate } from '../../domain/business-date.ts';
import { sign, verify, type SigningKey } from '../platform/signing.ts';
import { maskedNumber } from './mask.ts';

/** What a signed code speaks of. */
export const CODE_KINDS = ['ticket', 'correction', 'return', 'crates', 'voucher', 'settlement', 'payout', 'purchase', 'day', 'notice', 'grading', 'scale_book', 'price_board'] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

/** What stands in the code of a paper: enough to hold the paper against, nothing that tells who the member is to a stranger. */
export interface CodeFacts {
  readonly kind: CodeKind;
  readonly number: string;
  readonly businessDate: BusinessDate;
  /** Whole; only its last four characters go into the code. Left out where a paper is nobody's own. */
  readonly memberCode?: string;
  /** Net grams, or the grams the paper is about; 0 where it has none. */
  readonly grams: number;
  readonly fen: number;
  /** Hash of the document's event, hexadecimal: the head of the chain when the document was posted. */
  readonly chainHead: string;
}

/** A code as read from paper; the member's code is masked and the head is its first 32 digits. */
export type ReadCode = Required<CodeFacts> & { readonly keyId: string };

/** A public key that was handed out, with the days on which it signed; `until` is null for the one in use. */
export interface CodeKey {
  readonly keyId: string;
  readonly publicKey: string;
  readonly from: BusinessDate;
  readonly until: BusinessDate | null;
}

export type CodeVerdict =
  | { readonly ok: true; readonly facts: ReadCode }
  | { readonly ok: false; readonly why: 'not_a_code' | 'unsigned' | 'key_unknown' | 'key_retired' | 'not_genuine'; readonly facts: ReadCode | null };

/** The first field: a later arrangement of the fields gets another. The words in it keep a signature from passing for one over something else. */
const MARK = 'VS2';
const HEAD_DIGITS = 32;
const FIELDS_SIGNED = 9;

const field = (text: string): string => text.replace(/[|\p{Cc}]/gu, '/');

/**
 * The text of a QR code: mark, kind, number, date, masked member code, grams, fen, 32 digits of the chain head, key id, signature (Ed25519 over
 * all before it), parted by `|`. About 190 bytes: version 10 at level M. Without a key the text ends before the key id.
 */
export function signedCode(facts: CodeFacts, key: SigningKey | null): string {
  const text = [MARK, facts.kind, field(facts.number), facts.businessDate, facts.memberCode === undefined ? '-' : field(maskedNumber(facts.memberCode)), facts.grams, facts.fen, facts.chainHead.slice(0, HEAD_DIGITS)].join('|');
  if (key === null) return text;
  const named = `${text}|${key.keyId}`;
  return `${named}|${sign(key.privateKey, named)}`;
}

/** The fields of a code; null for any other text. Says nothing of the signature. */
function readFields(text: string): ReadCode | null {
  const [mark, kind, number = '', businessDate = '', memberCode = '', grams = '', fen = '', chainHead = '', keyId = ''] = text.split('|');
  const known = CODE_KINDS.find((candidate) => candidate === kind);
  if (mark !== MARK || known === undefined || number === '') return null;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(businessDate) || !/^-?\d{1,15}$/.test(grams) || !/^-?\d{1,15}$/.test(fen) || !/^[0-9a-f]{0,32}$/.test(chainHead)) return null;
  return { kind: known, number, businessDate, memberCode, grams: Number(grams), fen: Number(fen), chainHead, keyId };
}

/**
 * Holds a code against the public keys that were handed out. `key_unknown`: signed by a key that is not among them; `not_genuine`: the text was
 * changed after signing, or somebody without the key made it; `key_retired`: the key was out of use on the day of the document.
 */
export function checkCode(text: string, keys: readonly CodeKey[]): CodeVerdict {
  const facts = readFields(text);
  const parts = text.split('|');
  if (facts === null || parts.length > FIELDS_SIGNED + 1) return { ok: false, why: 'not_a_code', facts: null };
  if (parts.length <= FIELDS_SIGNED) return { ok: false, why: 'unsigned', facts };
  const key = keys.find((candidate) => candidate.keyId === facts.keyId);
  if (key === undefined) return { ok: false, why: 'key_unknown', facts };
  if (!verify(key.publicKey, parts.slice(0, FIELDS_SIGNED).join('|'), parts[FIELDS_SIGNED] ?? '')) return { ok: false, why: 'not_genuine', facts };
  if (key.until !== null && facts.businessDate > key.until) return { ok: false, why: 'key_retired', facts };
  return { ok: true, facts };
}
