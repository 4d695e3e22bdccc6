import { useState, type ReactElement } from 'react';
import { SetupFrame } from './SetupFrame.tsx';
import { RecoveryCheck } from './RecoveryCheck.tsx';
import { RecoverySheet } from './RecoverySheet.tsx';

export interface RecoveryCodeProps {
  readonly code: string;
  readonly steps: readonly string[];
  readonly cooperative: string;
  readonly onDone: () => void;
}

/** The code is shown, then asked for: nobody goes on who does not have it on paper. */
export function RecoveryCode({ code, steps, cooperative, onDone }: RecoveryCodeProps): ReactElement {
  const [kept, setKept] = useState(false);
  const frame = (children: ReactElement, foot: ReactElement): ReactElement => <SetupFrame steps={steps} at={steps.length - 1} foot={foot}>{children}</SetupFrame>;
  return kept
    ? <RecoveryCheck code={code} frame={frame} onBack={() => setKept(false)} onDone={onDone} />
    : <RecoverySheet code={code} cooperative={cooperative} frame={frame} onKept={() => setKept(true)} />;
}
