import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  consistencyProof, inclusionProof, merkleLeafHash, merkleRoot, merkleRootOfHashes, verifyConsistency, verifyInclusion,
} from '../../../electron/domain/merkle.ts';
import trees from '../../fixtures/vectors/merkle-trees.json' with { type: 'json' };
import { expectRefusal } from './refusals.ts';

function sha256(data: Uint8Array): Uint8Array {
  return createHash('sha256').update(data).digest();
}

const leaves = trees.flatMap(({ last_leaf: leaf }) => (leaf === null ? [] : [Buffer.from(leaf, 'hex')]));
const anyLeaves = fc.array(fc.uint8Array({ maxLength: 12 }), { minLength: 1, maxLength: 40 });

function hashesOf(list: readonly Uint8Array[]): Uint8Array[] {
  return list.map((leaf) => merkleLeafHash(leaf, sha256));
}

/** The list with one bit of one entry turned over. */
function damaged(list: readonly Uint8Array[], at: number): Uint8Array[] {
  return list.map((entry, index) => (index === at ? entry.map((byte, place) => (place === 0 ? byte ^ 1 : byte)) : entry));
}

describe('the Merkle tree of the log', () => {
  it.each(trees)('of $size customary test leaves has the published root', ({ size, root }) => {
    expect(Buffer.from(merkleRoot(leaves.slice(0, size), sha256)).toString('hex')).toBe(root);
  });

  it('proves every leaf, and no leaf at another place', () => {
    fc.assert(fc.property(anyLeaves, fc.nat(), fc.nat(), (list, pick, other) => {
      const hashes = hashesOf(list);
      const root = merkleRootOfHashes(hashes, sha256);
      const index = pick % list.length;
      const leaf = hashes[index] ?? new Uint8Array();
      const proof = inclusionProof(hashes, index, sha256);
      expect(verifyInclusion(leaf, index, list.length, proof, root, sha256)).toBe(true);
      expect(verifyInclusion(merkleLeafHash(Buffer.from('forged'), sha256), index, list.length, proof, root, sha256)).toBe(false);
      const elsewhere = other % list.length;
      if (Buffer.compare(hashes[elsewhere] ?? leaf, leaf) !== 0) expect(verifyInclusion(leaf, elsewhere, list.length, proof, root, sha256)).toBe(false);
    }));
  });

  it('takes no proof that is damaged, too short or too long', () => {
    fc.assert(fc.property(anyLeaves.filter((list) => list.length > 1), fc.nat(), (list, pick) => {
      const hashes = hashesOf(list);
      const root = merkleRootOfHashes(hashes, sha256);
      const proof = inclusionProof(hashes, 0, sha256);
      const [leaf = new Uint8Array()] = hashes;
      for (const wrong of [damaged(proof, pick % proof.length), proof.slice(1), [...proof, root], [root, ...proof]]) {
        expect(verifyInclusion(leaf, 0, list.length, wrong, root, sha256)).toBe(false);
      }
    }));
  });

  it('proves that a longer log only added to a shorter one', () => {
    fc.assert(fc.property(anyLeaves, fc.nat(), (list, pick) => {
      const hashes = hashesOf(list);
      const oldSize = 1 + (pick % list.length);
      const [oldRoot, newRoot] = [merkleRootOfHashes(hashes.slice(0, oldSize), sha256), merkleRootOfHashes(hashes, sha256)];
      const proof = consistencyProof(hashes, oldSize, sha256);
      expect(verifyConsistency(oldSize, list.length, oldRoot, newRoot, proof, sha256)).toBe(true);
      const rewritten = merkleRootOfHashes(damaged(hashes.slice(0, oldSize), oldSize - 1), sha256);
      expect(verifyConsistency(oldSize, list.length, rewritten, newRoot, proof, sha256)).toBe(false);
      expect(verifyConsistency(oldSize, list.length, oldRoot, newRoot, [...proof, newRoot], sha256)).toBe(false);
      if (proof.length > 0) expect(verifyConsistency(oldSize, list.length, oldRoot, newRoot, proof.slice(1), sha256)).toBe(false);
    }));
  });

  it('has no leaf and no size outside the tree', () => {
    const hashes = hashesOf(leaves);
    expectRefusal(() => inclusionProof(hashes, 8, sha256), 'out_of_range', 'index');
    expectRefusal(() => consistencyProof(hashes, 0, sha256), 'out_of_range', 'old_size');
    const root = merkleRootOfHashes(hashes, sha256);
    expect([-1, 8, 0.5].map((index) => verifyInclusion(root, index, 8, [], root, sha256))).toEqual([false, false, false]);
    expect(verifyConsistency(9, 8, root, root, [], sha256)).toBe(false);
    expect(verifyConsistency(0, 8, root, root, [], sha256)).toBe(false);
  });
});
