import type { LiveWeight } from '../../../../electron/contract/scale.ts';

/** Events come untyped over the port; this one is what core says about a scale. */
export function isLiveWeight(payload: unknown): payload is LiveWeight {
  return typeof payload === 'object' && payload !== null && 'scaleId' in payload && typeof payload.scaleId === 'string' && 'state' in payload && 'sequence' in payload;
}
