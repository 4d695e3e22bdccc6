import { canonicalText } from './digest.ts';
import type { ChainHead } from './event-chain.ts';
import { keyIdOf, sign, signatureAlgorithm, verify } from './signing.ts';
import type { SigningKey } from './signing.ts';

/** A chain head signed by its device: whoever keeps one can tell a rewritten file from the true one. */
export interface Seal extends ChainHead {
  /** UTC milliseconds. */
  readonly at: number;
  readonly keyId: string;
  readonly algorithm: string;
  readonly signature: string;
}

export function sealHead(key: SigningKey, head: ChainHead, at: number): Seal {
  return { ...sealedPart(head, at), keyId: key.keyId, algorithm: signatureAlgorithm, signature: sign(key.privateKey, sealText(head, at)) };
}

/** True when this very head was signed at this moment with the private half of `publicKey`. */
export function verifySeal(publicKey: string, seal: Seal): boolean {
  return seal.algorithm === signatureAlgorithm && seal.keyId === keyIdOf(publicKey)
    && verify(publicKey, sealText(seal, seal.at), seal.signature);
}

function sealedPart(head: ChainHead, at: number): ChainHead & { readonly at: number } {
  return { device: head.device, seq: head.seq, hash: head.hash, at };
}

/** The word in front keeps a signature over a head from ever passing for a signature over something else. */
function sealText(head: ChainHead, at: number): string {
  return `village-station seal ${canonicalText(sealedPart(head, at))}`;
}
