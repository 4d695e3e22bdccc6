import { useEffect, useRef, useState } from 'react';
import type { DisplaySheet } from '../../../electron/contract/display.ts';
import type { LiveWeight } from '../../../electron/contract/scale.ts';
import { useCoreEvent } from '../../api/use-events.ts';
import { useQueryOp } from '../../api/use-operation.ts';
import type { WeightView } from '../../ui/weigh/weight-view.ts';
import { weightViewOf, type HeardWeight } from '../ticket/desk/live/live-view.ts';

export interface Display {
  readonly cooperative: string | null;
  readonly station: string | null;
  readonly sheet: DisplaySheet | null;
  readonly view: WeightView;
}

const tickMs = 250;
/** How long the last amount stays in sight when nobody else comes to the desk. */
const lastAmountMs = 30_000;

const isSheet = (payload: unknown): payload is DisplaySheet => typeof payload === 'object' && payload !== null && 'moment' in payload;
const isLive = (payload: unknown): payload is LiveWeight => typeof payload === 'object' && payload !== null && 'scaleId' in payload && 'stable' in payload;

/** The sheet of the desk as it is told; what was posted is let go of after a while. */
function useSheet(first: DisplaySheet | null, askedAt: number): DisplaySheet | null {
  const [told, setTold] = useState<{ readonly sheet: DisplaySheet | null; readonly at: number } | null>(null);
  const [over, setOver] = useState<DisplaySheet | null>(null);
  useCoreEvent('display.sheet', (payload) => {
    setTold({ sheet: isSheet(payload) ? payload : null, at: Date.now() });
  });
  const sheet = told !== null && told.at >= askedAt ? told.sheet : first;
  useEffect(() => {
    if (sheet?.moment !== 'posted' && sheet?.moment !== 'paid') return undefined;
    const timer = setTimeout(() => setOver(sheet), lastAmountMs);
    return () => clearTimeout(timer);
  }, [sheet]);
  return sheet !== null && sheet === over ? { ...sheet, moment: 'idle', amount: null } : sheet;
}

/** Everything the farmer sees: the desk's sheet, and the weight straight from the scale's own event, with its age watched here. */
export function useDisplay(): Display {
  const state = useQueryOp('display.state', {});
  const data = state.data?.ok === true ? state.data.data : null;
  const heard = useRef(new Map<string, HeardWeight>());
  const [now, setNow] = useState(() => performance.now());
  const sheet = useSheet(data?.sheet ?? null, state.dataUpdatedAt);
  const row = data?.scales.find(({ id }) => id === sheet?.scaleId) ?? data?.scales[0];
  useCoreEvent('scale.live', (payload) => {
    if (!isLive(payload)) return;
    heard.current.set(payload.scaleId, { live: payload, heardAt: performance.now() });
    if (payload.scaleId === row?.id) setNow(performance.now());
  });
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  const latest = row === undefined ? null : heard.current.get(row.id) ?? { live: row.live, heardAt: state.dataUpdatedAt - performance.timeOrigin };
  return { cooperative: data?.cooperative ?? null, station: data?.station ?? null, sheet, view: weightViewOf(latest, now, row?.ageLimitMs ?? 2_000) };
}
