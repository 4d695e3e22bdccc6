import { RuleError } from './rule-error.ts';

/** SHA-256 of some bytes; passed in because the rules know no runtime. */
export type Sha256 = (data: Uint8Array) => Uint8Array;

/** Leaves and nodes are hashed with different first bytes, so that a node can never be shown as a leaf (RFC 6962 2.1). */
const LEAF = 0x00;
const NODE = 0x01;

function joined(first: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 1));
  bytes[0] = first;
  let offset = 1;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

function nodeHash(left: Uint8Array, right: Uint8Array, sha256: Sha256): Uint8Array {
  return sha256(joined(NODE, left, right));
}

function isEqual(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}

/** The largest power of two below a size above 1: where a tree parts into its halves. */
function splitPoint(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

/** Hash of a leaf: SHA-256 of 0x00 and the data. */
export function merkleLeafHash(data: Uint8Array, sha256: Sha256): Uint8Array {
  return sha256(joined(LEAF, data));
}

/** Root over leaf hashes; the root of no leaves is the hash of nothing (RFC 9162 2.1.1). */
export function merkleRootOfHashes(hashes: readonly Uint8Array[], sha256: Sha256): Uint8Array {
  const [first] = hashes;
  if (first === undefined) return sha256(new Uint8Array(0));
  if (hashes.length === 1) return first;
  const half = splitPoint(hashes.length);
  return nodeHash(merkleRootOfHashes(hashes.slice(0, half), sha256), merkleRootOfHashes(hashes.slice(half), sha256), sha256);
}

/** Root over the data of the leaves, in order. */
export function merkleRoot(leaves: readonly Uint8Array[], sha256: Sha256): Uint8Array {
  return merkleRootOfHashes(leaves.map((leaf) => merkleLeafHash(leaf, sha256)), sha256);
}

/** The hashes that prove one leaf in the tree, from the leaf upwards (RFC 9162 2.1.3). Refuses an index outside the tree. */
export function inclusionProof(hashes: readonly Uint8Array[], index: number, sha256: Sha256): Uint8Array[] {
  if (!Number.isInteger(index) || index < 0 || index >= hashes.length) throw new RuleError('out_of_range', 'index');
  if (hashes.length === 1) return [];
  const half = splitPoint(hashes.length);
  const [left, right] = [hashes.slice(0, half), hashes.slice(half)];
  return index < half
    ? [...inclusionProof(left, index, sha256), merkleRootOfHashes(right, sha256)]
    : [...inclusionProof(right, index - half, sha256), merkleRootOfHashes(left, sha256)];
}

/** True when the proof leads from the leaf hash at `index` to the root of a tree of `size` leaves; malformed input is false. */
export function verifyInclusion(
  leafHash: Uint8Array, index: number, size: number, proof: readonly Uint8Array[], root: Uint8Array, sha256: Sha256,
): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  const climb = (at: number, width: number, used: number): Uint8Array | null => {
    if (width === 1) return used === 0 ? leafHash : null;
    const sibling = proof[used - 1];
    if (sibling === undefined) return null;
    const half = splitPoint(width);
    const own = at < half ? climb(at, half, used - 1) : climb(at - half, width - half, used - 1);
    if (own === null) return null;
    return at < half ? nodeHash(own, sibling, sha256) : nodeHash(sibling, own, sha256);
  };
  const reached = climb(index, size, proof.length);
  return reached !== null && isEqual(reached, root);
}

/** The hashes that prove that the first `oldSize` leaves were only added to (RFC 9162 2.1.4). Refuses a size outside 1 to the tree's. */
export function consistencyProof(hashes: readonly Uint8Array[], oldSize: number, sha256: Sha256): Uint8Array[] {
  if (!Number.isInteger(oldSize) || oldSize < 1 || oldSize > hashes.length) throw new RuleError('out_of_range', 'old_size');
  const prove = (part: readonly Uint8Array[], old: number, isOldRoot: boolean): Uint8Array[] => {
    if (old === part.length) return isOldRoot ? [] : [merkleRootOfHashes(part, sha256)];
    const half = splitPoint(part.length);
    const [left, right] = [part.slice(0, half), part.slice(half)];
    return old <= half
      ? [...prove(left, old, isOldRoot), merkleRootOfHashes(right, sha256)]
      : [...prove(right, old - half, false), merkleRootOfHashes(left, sha256)];
  };
  return prove(hashes, oldSize, true);
}

interface Roots {
  readonly old: Uint8Array;
  readonly now: Uint8Array;
}

/** True when the proof shows that the tree of `newSize` only added leaves to the tree of `oldSize`; malformed input is false. */
export function verifyConsistency(
  oldSize: number, newSize: number, oldRoot: Uint8Array, newRoot: Uint8Array, proof: readonly Uint8Array[], sha256: Sha256,
): boolean {
  if (!Number.isSafeInteger(oldSize) || !Number.isSafeInteger(newSize) || oldSize < 1 || oldSize > newSize) return false;
  const rebuild = (old: number, width: number, isOldRoot: boolean, used: number): Roots | null => {
    if (old === width) {
      const known = isOldRoot ? oldRoot : proof[used - 1];
      return known !== undefined && used === (isOldRoot ? 0 : 1) ? { old: known, now: known } : null;
    }
    const sibling = proof[used - 1];
    if (sibling === undefined) return null;
    const half = splitPoint(width);
    if (old <= half) {
      const left = rebuild(old, half, isOldRoot, used - 1);
      return left === null ? null : { old: left.old, now: nodeHash(left.now, sibling, sha256) };
    }
    const right = rebuild(old - half, width - half, false, used - 1);
    return right === null ? null : { old: nodeHash(sibling, right.old, sha256), now: nodeHash(sibling, right.now, sha256) };
  };
  const roots = rebuild(oldSize, newSize, true, proof.length);
  return roots !== null && isEqual(roots.old, oldRoot) && isEqual(roots.now, newRoot);
}
