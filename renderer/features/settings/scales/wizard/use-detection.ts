import { useEffect, useState } from 'react';
import type { Detection, Way } from '../../../../../electron/contract/scale-detection.ts';
import type { ScaleProfile } from '../../../../../electron/contract/scale-profile.ts';
import { useCoreEvent } from '../../../../api/use-events.ts';
import type { Failure } from '../../../../api/operation-types.ts';
import { useCommandOp } from '../../../../api/use-operation.ts';
import { isDetection } from './wizard-draft.ts';

export interface Search {
  /** How the search that was started last stands. */
  readonly detection: Detection | null;
  readonly failure: Failure | null;
  readonly start: (port: ScaleProfile['port'], way?: Way) => void;
  readonly stop: () => Promise<void>;
}

/** The search for a scale, followed while the screen stands; leaving the screen ends it and frees the port. */
export function useDetection(): Search {
  const detect = useCommandOp('scale.detect');
  const end = useCommandOp('scale.detect_stop');
  const [id, setId] = useState<string | null>(null);
  const [detection, setDetection] = useState<Detection | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useCoreEvent('scale.detect', (payload) => {
    if (isDetection(payload)) setDetection(payload);
  });
  const { send: stop } = end;
  useEffect(() => () => void stop({}), [stop]);
  return {
    detection: detection !== null && detection.detectionId === id ? detection : null,
    failure,
    start: (port, way) => {
      setId(null);
      setFailure(null);
      void detect.send({ port, way: way ?? null }).then((reply) => {
        if (reply.ok) setId(reply.data.detectionId);
        else setFailure(reply);
      });
    },
    stop: async () => {
      await stop({});
    },
  };
}
