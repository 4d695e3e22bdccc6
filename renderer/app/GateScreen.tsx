import { lazy, Suspense, useMemo, type ComponentType, type ReactElement } from 'react';
import type { Person } from '../../electron/contract/session.ts';
import { EmptyState } from '../ui/notices/EmptyState.tsx';
import { useText } from '../ui/language/use-text.ts';
import type { Gate } from './area.ts';
import { DeskProviders } from './DeskProviders.tsx';
import { TrainingFrame } from './frame/TrainingFrame.tsx';
import { useLook } from './look.ts';
import { gateOf } from './routes.tsx';
import { TextsReady } from './TextsReady.tsx';
import styles from './screen-host.module.css';

function Closed(): ReactElement {
  const t = useText('app');
  return <EmptyState icon="lock" title={t('gate.closed')} text={t('gate.closedText')} />;
}

/** What stands before the desk: the first run, the date after a rest, a clock that cannot be right. */
export default function GateScreen({ gate, training, person = null }: { readonly gate: Gate; readonly training: boolean; readonly person?: Person | null }): ReactElement {
  const look = useLook(person);
  const Content = useMemo<ComponentType>(() => {
    const load = gateOf(gate);
    return load === undefined ? Closed : lazy(load);
  }, [gate]);
  return (
    <DeskProviders {...look}>
      <TextsReady>
        <TrainingFrame active={training}>
          <main className={styles['gate']}>
            <Suspense fallback={null}><Content /></Suspense>
          </main>
        </TrainingFrame>
      </TextsReady>
    </DeskProviders>
  );
}
