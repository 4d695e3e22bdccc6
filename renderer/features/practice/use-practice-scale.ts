import { useState } from 'react';
import type { Failure, OutputOf } from '../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../api/use-operation.ts';
import { useSession } from '../../app/session.ts';
import { basketAt, basketGrams } from './baskets.ts';

export type PracticeScaleRow = OutputOf<'scale.simulated'>['rows'][number];
export type ScaleFault = PracticeScaleRow['faults'][number];

/** What else may have put something on the scale is seen within this time. */
const refreshMs = 2_000;

export interface PracticeScale {
  readonly rows: readonly PracticeScaleRow[];
  /** The one in hand; null where no simulated scale is set up or the person may not weigh. */
  readonly scale: PracticeScaleRow | null;
  readonly choose: (id: string) => void;
  /** The next weight as typed, in kilograms. */
  readonly typed: string;
  readonly type: (typed: string, meaning: string | null) => void;
  readonly grams: number | null;
  readonly put: () => void;
  readonly takeOff: () => void;
  /** Takes off what lies there, else puts the next basket on: one key for a whole lesson. */
  readonly turn: () => void;
  readonly setFault: (fault: ScaleFault, on: boolean) => void;
  readonly failure: Failure | null;
}

/** The simulated scale in the hands of whoever teaches or learns. */
export function usePracticeScale(): PracticeScale {
  const { may } = useSession();
  const answer = useQueryOp('scale.simulated', {}, { enabled: may('scale.use'), refreshMs });
  const { send, reply } = useCommandOp('scale.simulate');
  const [chosen, setChosen] = useState<string | null>(null);
  const [place, setPlace] = useState(0);
  const [typed, setTyped] = useState(basketAt(0));
  const [meaning, setMeaning] = useState<string | null>(basketAt(0));
  const rows = answer.data?.ok === true ? answer.data.data.rows : [];
  const scale = rows.find(({ id }) => id === chosen) ?? rows[0] ?? null;
  const grams = basketGrams(meaning);
  const type = (next: string, read: string | null): void => {
    setTyped(next);
    setMeaning(read);
  };
  const put = (): void => {
    if (scale !== null && grams !== null) void send({ scaleId: scale.id, change: { action: 'put', grams } });
  };
  const takeOff = (): void => {
    if (scale === null) return;
    void send({ scaleId: scale.id, change: { action: 'remove' } });
    setPlace(place + 1);
    type(basketAt(place + 1), basketAt(place + 1));
  };
  return {
    rows, scale, choose: setChosen, typed, type, grams, put, takeOff,
    turn: () => (scale !== null && scale.onGrams > 0 ? takeOff() : put()),
    setFault: (fault, on) => void (scale === null ? null : send({ scaleId: scale.id, change: { action: 'fault', fault, on } })),
    failure: reply === undefined || reply.ok ? null : reply,
  };
}
