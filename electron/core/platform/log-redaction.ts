import { Fault } from './fault.ts';
import { maskAccount, maskPhone, maskResidentId } from './masking.ts';

const hidden = '[hidden]';
const deepest = 6;
const longestList = 50;
const longestText = 4_000;

/** Names whose value never reaches a log, in small letters without `_` and `-`; also as the end of a longer name. */
const protectedNames = /^(?:stationpin|pin|pins|approval|signature|photo|as)$|(?:password|secret|token|residentid|idnumber|phone|phonenumber|mobile|account|accountno|accountnumber|cardno|recoverycode|datakey|privatekey|pinhash)$/;

/** What may be written of a value: protected names hidden, numbers that look personal masked, errors as plain objects, sizes bounded. */
export function redacted(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactedText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= deepest) return '[deeper]';
  if (value instanceof Uint8Array) return `[${value.length} bytes]`;
  if (value instanceof Error) return redactedError(value, depth);
  if (Array.isArray(value)) return value.slice(0, longestList).map((item) => redacted(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, isProtected(name) ? hidden : redacted(item, depth + 1)]));
}

/** A sentence with resident ids, mobile numbers and card numbers masked: they turn up in messages of other libraries. */
export function redactedText(text: string): string {
  const short = text.length > longestText ? `${text.slice(0, longestText)}… (${text.length})` : text;
  return short
    .replace(/(?<![0-9A-Za-z])[1-9]\d{16}[\dXx](?![0-9A-Za-z])/g, maskResidentId)
    .replace(/(?<![0-9A-Za-z])\d{16,19}(?![0-9A-Za-z])/g, maskAccount)
    .replace(/(?<![0-9A-Za-z])1[3-9]\d{9}(?![0-9A-Za-z])/g, maskPhone);
}

function isProtected(name: string): boolean {
  return protectedNames.test(name.toLowerCase().replace(/[_-]/g, ''));
}

function redactedError(error: Error, depth: number): Record<string, unknown> {
  const code = 'code' in error ? { code: redacted(error.code, depth + 1) } : {};
  const params = error instanceof Fault ? { params: redacted(error.params, depth + 1) } : {};
  const cause = error.cause === undefined ? {} : { cause: redacted(error.cause, depth + 1) };
  return { name: error.name, message: redactedText(error.message), ...code, ...params, stack: redactedText(error.stack ?? ''), ...cause };
}
