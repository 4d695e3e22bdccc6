import { useState, type ReactElement } from 'react';
import type { Failure, OutputOf } from '../../api/operation-types.ts';
import { useCommandOp } from '../../api/use-operation.ts';
import { useFirstRun } from '../../app/first-run.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { SetupFrame } from './SetupFrame.tsx';
import styles from './setup.module.css';

type Made = OutputOf<'setup.createTraining'>['people'];

function PracticePeople({ people, onDone }: { readonly people: Made; readonly onDone: () => void }): ReactElement {
  const t = useText('setup');
  return (
    <SetupFrame foot={<ActionButton kind="main" icon="next" shortcut="Enter" onPress={onDone}>{t('training.begin')}</ActionButton>}>
      <div className={styles['column']}>
        <h1>{t('training.ready')}</h1>
        <p className={styles['lead']}>{t('training.readyText')}</p>
        <table className={styles['pins']}>
          <thead><tr><th scope="col">{t('training.person')}</th><th scope="col">{t('people.pin')}</th></tr></thead>
          <tbody>{people.map((person) => <tr key={person.login}><td>{person.name}</td><td>{person.pin}</td></tr>)}</tbody>
        </table>
      </div>
    </SetupFrame>
  );
}

/** An empty training folder: one button makes the practice cooperative, and its people are shown with their PINs. */
export function TrainingStart({ onDone, onBack }: { readonly onDone: () => void; readonly onBack: () => void }): ReactElement {
  const t = useText('setup');
  const app = useText('app');
  const language = useLanguage();
  const create = useCommandOp('setup.createTraining');
  const { hold } = useFirstRun();
  const [people, setPeople] = useState<Made | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  if (people !== null) return <PracticePeople people={people} onDone={onDone} />;
  const start = async (): Promise<void> => {
    setFailure(null);
    hold(true);
    const reply = await create.send({ locale: language });
    hold(reply.ok);
    if (reply.ok) setPeople(reply.data.people);
    else setFailure(reply);
  };
  return (
    <SetupFrame
      foot={(
        <>
          <ActionButton icon="back" shortcut="Escape" onPress={onBack}>{app('action.back')}</ActionButton>
          <span className={styles['spring']} />
          <ActionButton kind="main" icon="training" shortcut="Enter" disabled={create.sending} onPress={() => void start()}>{t(create.sending ? 'training.making' : 'training.make')}</ActionButton>
        </>
      )}
    >
      <div className={styles['column']}>
        <h1>{t('training.title')}</h1>
        <p className={styles['lead']}>{t('training.text')}</p>
        <p className={styles['lead']}>{t('training.safe')}</p>
        {failure === null ? null : <RefusalNotice failure={failure} op="setup.createTraining" />}
      </div>
    </SetupFrame>
  );
}
