import { useState, type ReactElement } from 'react';
import { useCommandOp, useQueryOp } from '../../api/use-operation.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Actions, Card, Facts } from '../../ui/layout/Card.tsx';
import { Page } from '../../ui/layout/Page.tsx';
import { Notice } from '../../ui/notices/Notice.tsx';
import { ToSettings } from './ToSettings.tsx';
import styles from './settings.module.css';

/** Opens the practice beside the real books. */
function TrainingCard(): ReactElement {
  const t = useText('settings');
  const open = useCommandOp('setup.openTraining');
  const [opened, setOpened] = useState<boolean | null>(null);
  const press = async (): Promise<void> => {
    const reply = await open.send({});
    setOpened(reply.ok && reply.data.opened);
  };
  return (
    <Card title={t('aboutPage.training')}>
      <p>{t('aboutPage.trainingText')}</p>
      {opened === null ? null : <Notice tone={opened ? 'good' : 'wait'} title={t(opened ? 'aboutPage.opened' : 'aboutPage.notOpened')} />}
      <Actions><ActionButton icon="training" disabled={open.sending} onPress={() => void press()}>{t('aboutPage.open')}</ActionButton></Actions>
    </Card>
  );
}

/** What runs here, and the head of the books that papers carry. */
export default function AboutScreen(): ReactElement {
  const t = useText('settings');
  const app = useText('app');
  const { state, training } = useSession();
  const head = useQueryOp('system.head', {});
  const known = head.data?.ok === true ? head.data.data : null;
  return (
    <Page title={t('screens.about')} actions={<ToSettings />}>
      <div className={styles['two']}>
        <Card title={app('product')}>
          <Facts items={[
            { label: t('aboutPage.version'), value: state.version },
            { label: t('aboutPage.cooperative'), value: state.cooperative ?? '' },
            { label: t('aboutPage.station'), value: `${state.station?.name ?? ''} · ${state.station?.code ?? ''}${state.station?.deskLetter ?? ''}` },
            { label: t('aboutPage.kind'), value: t(training ? 'aboutPage.practice' : 'aboutPage.live') },
            { label: t('aboutPage.key'), value: t(`aboutPage.protection.${state.keyProtection}`) },
          ]} />
        </Card>
        {known === null ? null : (
          <Card title={t('aboutPage.head')}>
            <p className={styles['soft']}>{t('aboutPage.headText')}</p>
            <Facts items={[
              { label: t('aboutPage.seq'), value: known.seq },
              { label: t('aboutPage.hash'), value: <span className={styles['mono']}>{known.hash}</span> },
              { label: t('aboutPage.publicKey'), value: <span className={styles['mono']}>{known.publicKey}</span> },
            ]} />
          </Card>
        )}
        {training ? null : <TrainingCard />}
      </div>
    </Page>
  );
}
