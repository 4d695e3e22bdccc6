import { canonicalText } from './canonical-text.ts';
import type { ChainHead } from './event-chain.ts';
import { sign, signatureAlgorithm, verify } from './signing.ts';
import type { SigningKey } from './signing.ts';

/** A chain head signed by its device: whoever keeps one can tell a rewritten file from the true one. */
export interface Seal extends ChainHead {
  /** UTC milliseconds. */
  readonly at: number;
  /** `ed25519.` and 86 characters of base64url; the word in front leaves room for another algorithm. */
  readonly signature: string;
}

export function sealHead(key: SigningKey, head: ChainHead, at: number): Seal {
  const { device, seq, hash } = head;
  return { device, seq, hash, at, signature: `${signatureAlgorithm}.${sign(key.privateKey, sealText(head, at))}` };
}

/** True when this very head was signed at this moment with the private half of `publicKey`. */
export function verifySeal(publicKey: string, seal: Seal): boolean {
  const [algorithm, signature = ''] = seal.signature.split('.');
  return algorithm === signatureAlgorithm && verify(publicKey, sealText(seal, seal.at), signature);
}

/** The words in front keep a signature over a head from ever passing for a signature over something else. */
function sealText({ device, seq, hash }: ChainHead, at: number): string {
  return `village-station seal ${canonicalText({ device, seq, hash, at })}`;
}
