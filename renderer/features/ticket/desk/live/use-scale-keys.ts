import { useState } from 'react';
import type { ScaleCommand } from '../../../../../electron/contract/scale.ts';
import type { Failure } from '../../../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../../../api/use-operation.ts';
import { useSession } from '../../../../app/session.ts';
import type { LiveScale } from './use-live-weight.ts';

/** The keys of the scale itself, as far as its maker lets them be pressed from here. */
export interface ScaleKeys {
  readonly commands: readonly ScaleCommand[];
  readonly press: (command: ScaleCommand) => void;
  readonly busy: boolean;
  /** Why the scale did not do it; gone with the next press. */
  readonly failure: Failure | null;
}

/** Zero and tare of the scale on the desk. Without the right, or where the protocol has neither, there are none; core writes down every press. */
export function useScaleKeys({ scale }: LiveScale): ScaleKeys {
  const { may } = useSession();
  const protocols = useQueryOp('scale.protocols', {}, { staleMs: 3_600_000, enabled: may('scale.use') });
  const command = useCommandOp('scale.command');
  const [failure, setFailure] = useState<Failure | null>(null);
  const known = protocols.data?.ok === true ? protocols.data.data.rows.find(({ key }) => key === scale?.protocol) : undefined;
  const commands = may('scale.use') && scale !== null ? known?.commands ?? [] : [];
  return {
    commands, busy: command.sending, failure,
    press(asked) {
      if (scale === null || command.sending || !commands.includes(asked)) return;
      void command.send({ scaleId: scale.scaleId, command: asked }).then((reply) => setFailure(reply.ok ? null : reply));
    },
  };
}
