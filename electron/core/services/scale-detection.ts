import { ScaleSearch } from '../devices/scale/detection/scale-search.ts';
import { listPorts } from '../devices/scale/port/port-list.ts';
import { protocolOf } from '../devices/scale/protocols/protocol-table.ts';
import type { ScaleDesk } from '../devices/scale/scale-desk.ts';
import { systemTimers } from '../devices/scale/session/timers.ts';
import type { HandlersOf } from '../rpc/handler.ts';
import { ask, task } from '../rpc/handler.ts';
import { refuse } from '../rpc/refusal.ts';
import type { Station } from '../station.ts';
import { requireExpression } from './scale-expression.ts';

/** The search for what a scale speaks; how it stands goes to the windows as the event `scale.detect`. */
export function startScaleSearch(station: Station, desk: ScaleDesk): ScaleSearch {
  return new ScaleSearch({ desk, clock: station.clock, timers: systemTimers, listPorts, emit: (detection) => station.emit('scale.detect', detection) });
}

export const scaleDetectionHandlers = {
  'scale.detect': task(async ({ station }, { port, way }) => {
    if (port.kind === 'simulator' && station.kind !== 'training') refuse('scale_simulator_live', { scale: '' });
    const protocol = way === null ? null : protocolOf(way.protocol) ?? refuse('scale_protocol_unknown', { protocol: way.protocol });
    requireExpression(way?.config.expression);
    const detectionId = station.ids.ulid();
    await station.live.scaleSearch.start(detectionId, port, way === null || protocol === null ? null : { protocol, way });
    return { detectionId };
  }, { once: false }),
  'scale.detection': ask(({ station }) => ({ detection: station.live.scaleSearch.view() })),
  'scale.detect_stop': task(async ({ station }) => {
    await station.live.scaleSearch.stop();
    return {};
  }, { once: false }),
} satisfies HandlersOf<'scale.detect' | 'scale.detection' | 'scale.detect_stop'>;
