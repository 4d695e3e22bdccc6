import { useEffect, useRef, useState } from 'react';
import type { LiveWeight } from '../../../../../electron/contract/scale.ts';
import type { OutputOf } from '../../../../api/operation-types.ts';
import { useCoreEvent } from '../../../../api/use-events.ts';
import { useQueryOp } from '../../../../api/use-operation.ts';
import type { WeightView } from '../../../../ui/weigh/weight-view.ts';
import { weightViewOf, type HeardWeight } from './live-view.ts';
import { createUnlistedScales } from './unlisted-scales.ts';

export interface ScaleChoice {
  readonly scaleId: string;
  readonly name: string;
  readonly protocol: string;
  /** Grams of one step of its display; null where nobody said. */
  readonly intervalGrams: number | null;
}

const choiceOf = ({ id, name, protocol, intervalGrams }: OutputOf<'scale.list'>['rows'][number]): ScaleChoice => ({ scaleId: id, name, protocol, intervalGrams });

export interface LiveScale {
  readonly view: WeightView;
  /** Null while the station has no scale. */
  readonly scale: ScaleChoice | null;
  readonly scales: readonly ScaleChoice[];
  /** The scale itself has taken a tare off. */
  readonly tareOnScale: boolean;
  readonly simulated: boolean;
  /** Goes to the next scale, where the station has several. */
  readonly turn: () => void;
}

function isLiveWeight(payload: unknown): payload is LiveWeight {
  return typeof payload === 'object' && payload !== null && 'scaleId' in payload && 'state' in payload && 'stable' in payload;
}

const tickMs = 250;

/** The weight of one scale as it is this moment, several times a second, with its age watched here. */
export function useLiveWeight(): LiveScale {
  const list = useQueryOp('scale.list', {}, { staleMs: 60_000 });
  const rows = list.data?.ok === true ? list.data.data.rows : [];
  const heard = useRef(new Map<string, HeardWeight>());
  const unlisted = useRef(createUnlistedScales());
  const [turned, setTurned] = useState(0);
  const [now, setNow] = useState(() => performance.now());
  const [latest, setLatest] = useState<HeardWeight | null>(null);
  const row = rows[turned % Math.max(1, rows.length)] ?? null;
  const scaleId = row?.id ?? null;
  useCoreEvent('scale.live', (payload) => {
    if (!isLiveWeight(payload)) return;
    const weight = { live: payload, heardAt: performance.now() };
    heard.current.set(payload.scaleId, weight);
    // A scale that speaks and is not on the list: the list is old, or was never answered.
    if (!list.isFetching && unlisted.current.asks(payload.scaleId, rows.some((each) => each.id === payload.scaleId), weight.heardAt)) void list.refetch();
    if (payload.scaleId === scaleId) {
      setLatest(weight);
      setNow(weight.heardAt);
    }
  });
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  const listed: HeardWeight | null = row === null ? null : { live: row.live, heardAt: list.dataUpdatedAt - performance.timeOrigin };
  const shown = scaleId === null ? null : latest?.live.scaleId === scaleId ? latest : heard.current.get(scaleId) ?? listed;
  return {
    view: weightViewOf(shown, now, row?.ageLimitMs ?? 2_000),
    scale: row === null ? null : choiceOf(row),
    scales: rows.map(choiceOf),
    tareOnScale: shown?.live.net === true,
    simulated: shown?.live.simulated === true,
    turn: () => setTurned(turned + 1),
  };
}
