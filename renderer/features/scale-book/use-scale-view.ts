import { useEffect, useState } from 'react';
import { useCoreEvent } from '../../api/use-events.ts';
import { useQueryOp } from '../../api/use-operation.ts';
import type { WeightView } from '../../ui/weigh/weight-view.ts';
import { isLiveWeight } from '../settings/scales/live-payload.ts';
import { weightViewOf, type HeardWeight } from '../ticket/desk/live/live-view.ts';

const tickMs = 250;

/** What one scale shows this moment, with its age watched here. */
export function useScaleView(scaleId: string): WeightView {
  const list = useQueryOp('scale.list', {}, { staleMs: 60_000 });
  const row = list.data?.ok === true ? list.data.data.rows.find((each) => each.id === scaleId) ?? null : null;
  const [heard, setHeard] = useState<HeardWeight | null>(null);
  const [now, setNow] = useState(() => performance.now());
  useCoreEvent('scale.live', (payload) => {
    if (!isLiveWeight(payload) || payload.scaleId !== scaleId) return;
    setHeard({ live: payload, heardAt: performance.now() });
    setNow(performance.now());
  });
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  const listed = row === null ? null : { live: row.live, heardAt: list.dataUpdatedAt - performance.timeOrigin };
  return weightViewOf(heard?.live.scaleId === scaleId ? heard : listed, now, row?.ageLimitMs ?? 2_000);
}
