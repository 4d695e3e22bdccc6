import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../../electron/core/platform/event-chain.ts';
import { firstPrev, storedEvent } from '../../../electron/core/platform/event-hash.ts';
import type { StoredEvent } from '../../../electron/core/platform/event-hash.ts';
import { sealHead, verifySeal } from '../../../electron/core/platform/seal.ts';
import { createSigningKey } from '../../../electron/core/platform/signing.ts';

function chainOf(device: string, count: number, from = 1): StoredEvent[] {
  const events: StoredEvent[] = [];
  for (let seq = 1; seq < from + count; seq += 1) {
    events.push(storedEvent({
      device, seq, prev: events.at(-1)?.hash ?? firstPrev, at: 1_790_000_000_000 + seq, clock: 'good', user: seq % 3 === 0 ? null : '王会计',
      type: 'ticket.posted', docType: 'ticket', docId: `01J${seq}`, docHash: 'ab'.repeat(32), payload: { netGrams: 23_450 + seq, note: '脐橙' },
    }));
  }
  return events.slice(from - 1);
}

const flip = (text: string, at: number): string => {
  const place = at % text.length;
  return text.slice(0, place) + (text[place] === '1' ? '2' : '1') + text.slice(place + 1);
};

const fieldEdits: Record<string, (event: StoredEvent, at: number) => StoredEvent> = {
  device: (event, at) => ({ ...event, device: flip(event.device, at) }),
  prev: (event, at) => ({ ...event, prev: flip(event.prev, at) }),
  at: (event, at) => ({ ...event, at: event.at + 1 + at }),
  clock: (event, at) => ({ ...event, clock: flip(event.clock, at) }),
  user: (event) => ({ ...event, user: event.user === null ? '' : null }),
  type: (event, at) => ({ ...event, type: flip(event.type, at) }),
  docType: (event) => ({ ...event, docType: null }),
  docId: (event, at) => ({ ...event, docId: flip(event.docId ?? '', at) }),
  docHash: (event, at) => ({ ...event, docHash: flip(event.docHash ?? '', at) }),
  payload: (event, at) => ({ ...event, payloadText: flip(event.payloadText, at) }),
  'blank in the payload': (event) => ({ ...event, payloadText: `${event.payloadText} ` }),
  hash: (event, at) => ({ ...event, hash: flip(event.hash, at) }),
  'hash and content together': (event) => storedEvent({ ...event, payload: { netGrams: 999_999 } }),
};

describe('the event chain', () => {
  it('a chain as written is good, and its head is the last event', () => {
    const events = chainOf('A', 40);
    const verdict = verifyChain(events);
    expect(verdict).toMatchObject({ ok: true, events: 40, head: { device: 'A', seq: 40, hash: events.at(-1)?.hash } });
    expect(verifyChain([])).toEqual({ ok: true, events: 0, head: null, heads: [] });
  });

  for (const [field, edit] of Object.entries(fieldEdits)) {
    it(`an event whose ${field} was changed is found at that very place or the next`, () => {
      fc.assert(fc.property(fc.integer({ min: 0, max: 8 }), fc.nat(200), (index, at) => {
        const events = chainOf('A', 10);
        const original = events[index];
        if (original === undefined) return;
        events[index] = edit(original, at);
        const verdict = verifyChain(events);
        expect(verdict.ok).toBe(false);
        expect([index, index + 1]).toContain(verdict.events);
      }));
    });
  }

  it('a missing, a doubled and an exchanged event are each found', () => {
    const events = chainOf('A', 6);
    const [one, two, three, four] = events as [StoredEvent, StoredEvent, StoredEvent, StoredEvent];
    expect(verifyChain([one, two, four]).firstBad).toEqual({ device: 'A', seq: 4, why: 'number_missing' });
    expect(verifyChain([one, two, two]).firstBad).toEqual({ device: 'A', seq: 2, why: 'number_repeated' });
    expect(verifyChain([two, one]).firstBad).toEqual({ device: 'A', seq: 2, why: 'number_missing' });
    expect(verifyChain([one, { ...two, seq: Number.NaN }, three]).ok).toBe(false);
    expect(verifyChain([one, { ...two, user: '\ud800' }]).firstBad?.why).toBe('malformed');
  });

  it('a tail that was cut off and a file written anew are found through a sealed head', () => {
    const events = chainOf('A', 10);
    const last = events.at(-1);
    if (last === undefined) return;
    const sealed = [{ device: 'A', seq: last.seq, hash: last.hash }];
    expect(verifyChain(events, { sealed }).ok).toBe(true);
    expect(verifyChain(events.slice(0, 7), { sealed }).firstBad).toEqual({ device: 'A', seq: 8, why: 'tail_cut' });
    const rewritten = events.slice(0, 9).concat(storedEvent({ ...last, payload: { netGrams: 1 } }));
    expect(verifyChain(rewritten).ok).toBe(true);
    expect(verifyChain(rewritten, { sealed }).firstBad).toEqual({ device: 'A', seq: 10, why: 'sealed_head_differs' });
  });

  it('several devices may be read one after the other or mixed, and a check goes on where the last one ended', () => {
    const mixed = chainOf('A', 5).flatMap((event, index) => [event, ...chainOf('B', 5).slice(index, index + 1)]);
    const all = verifyChain(mixed);
    expect(all).toMatchObject({ ok: true, events: 10 });
    expect(verifyChain(chainOf('A', 5, 6), { from: all.heads })).toMatchObject({ ok: true, events: 5 });
    expect(verifyChain(chainOf('A', 5, 7), { from: all.heads }).firstBad?.why).toBe('number_missing');
  });

  it('a seal speaks for one head at one moment under one key', () => {
    const key = createSigningKey();
    const seal = sealHead(key, { device: 'A', seq: 10, hash: 'ab'.repeat(32) }, 1_790_000_000_000);
    expect(verifySeal(key.publicKey, seal)).toBe(true);
    expect(verifySeal(key.publicKey, { ...seal, seq: 9 })).toBe(false);
    expect(verifySeal(key.publicKey, { ...seal, at: seal.at + 1 })).toBe(false);
    expect(verifySeal(key.publicKey, { ...seal, hash: 'ac'.repeat(32) })).toBe(false);
    expect(verifySeal(createSigningKey().publicKey, seal)).toBe(false);
  });
});
