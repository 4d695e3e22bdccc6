import { randomInt } from 'node:crypto';

/**
 * Letters that are hard to mistake on paper, 31 of them: no I O S V Z (the alphabet of the unified social credit code).
 * 31 is prime, so the check letter finds every single wrong letter and every exchange of two within a group.
 */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const groups = 8;
const lettersPerGroup = 3;
const lookAlikes: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', V: 'U', Z: '2' };

/** A new code of 8 groups of 4: three random letters (119 bits in all) and one that checks them and the group's place. */
export function createRecoveryCode(): string {
  const made = Array.from({ length: groups }, (_, group) => {
    const letters = Array.from({ length: lettersPerGroup }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
    return letters + checkLetter(letters, group);
  });
  return made.join('-');
}

/** What was typed, in the form that was printed; or the first group (counted from 1) that cannot be right. */
export type ReadCode = { readonly ok: true; readonly code: string } | { readonly ok: false; readonly group: number };

/** Forgives small letters, full-width letters, missing or different separators and look-alike letters. */
export function readRecoveryCode(typed: string): ReadCode {
  const plain = typed.normalize('NFKC').toUpperCase().replace(/[\s\-‐-―_.,·]/g, '').replace(/[IOSVZ]/g, (letter) => lookAlikes[letter] ?? letter);
  const found: string[] = [];
  for (let group = 0; group < groups; group += 1) {
    const part = plain.slice(group * (lettersPerGroup + 1), (group + 1) * (lettersPerGroup + 1));
    if (!isWholeGroup(part, group)) return { ok: false, group: group + 1 };
    found.push(part);
  }
  return plain.length === groups * (lettersPerGroup + 1) ? { ok: true, code: found.join('-') } : { ok: false, group: groups };
}

function isWholeGroup(part: string, group: number): boolean {
  return part.length === lettersPerGroup + 1 && [...part].every((letter) => alphabet.includes(letter))
    && checkLetter(part.slice(0, lettersPerGroup), group) === part.charAt(lettersPerGroup);
}

/** Weighted sum modulo 31; the group's number is added so that two groups exchanged are noticed too. */
function checkLetter(letters: string, group: number): string {
  const sum = [...letters].reduce((total, letter, place) => total + alphabet.indexOf(letter) * (place + 2), group + 1);
  return alphabet.charAt(sum % alphabet.length);
}
