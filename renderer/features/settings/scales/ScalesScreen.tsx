import { useState, type ReactElement } from 'react';
import type { LiveWeight, ScaleState } from '../../../../electron/contract/scale.ts';
import type { ScaleProfile } from '../../../../electron/contract/scale-profile.ts';
import type { Failure } from '../../../api/operation-types.ts';
import { useCoreEvent } from '../../../api/use-events.ts';
import { useCommandOp, useQueryOp } from '../../../api/use-operation.ts';
import { useSession } from '../../../app/session.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { Actions, Card, Facts } from '../../../ui/layout/Card.tsx';
import { Page } from '../../../ui/layout/Page.tsx';
import { Mark, type Tone } from '../../../ui/Mark.tsx';
import { EmptyState } from '../../../ui/notices/EmptyState.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { ToSettings } from '../ToSettings.tsx';
import { isLiveWeight } from './live-payload.ts';
import { newScale, profileOf, type Protocol, type ScaleRow } from './scale-draft.ts';
import { ScaleDialog } from './ScaleDialog.tsx';
import { ScaleWizard } from './wizard/ScaleWizard.tsx';
import styles from '../settings.module.css';

const tones: Readonly<Record<ScaleState, Tone>> = { live: 'good', connecting: 'wait', no_signal: 'wait', unplugged: 'danger', access_denied: 'danger', wrong_settings: 'danger' };

/** What the scale shows this moment: a look, never a weight to be booked. */
function Live({ first }: { readonly first: LiveWeight }): ReactElement {
  const t = useText('settings');
  const [live, setLive] = useState(first);
  useCoreEvent('scale.live', (payload) => {
    if (isLiveWeight(payload) && payload.scaleId === first.scaleId) setLive(payload);
  });
  return (
    <>
      <p className={styles['live']} role="status">{live.value === null ? t('scale.nothing') : `${live.value} ${live.unit ?? ''}`}</p>
      <p><span className={styles['tag']}><Mark tone={tones[live.state]} /> {t(`scale.state.${live.state}`)}</span> {live.state === 'live' ? <span className={styles['soft']}>{t(live.stable ? 'scale.stable' : 'scale.moving')}</span> : null}</p>
      {live.state === 'live' ? null : <p className={styles['soft']}>{t(`scale.todo.${live.state}`)}</p>}
    </>
  );
}

interface ScaleCardProps {
  readonly scale: ScaleRow;
  readonly protocols: readonly Protocol[];
  readonly mayWrite: boolean;
  readonly onEdit: () => void;
  readonly onFind: () => void;
  readonly onRemove: () => void;
}

/** Zero and tare from here, where the scale takes them. */
function ScaleKeys({ scale, commands }: { readonly scale: ScaleRow; readonly commands: Protocol['commands'] }): ReactElement | null {
  const w = useText('scale-wizard');
  const command = useCommandOp('scale.command');
  if (commands.length === 0) return null;
  return (
    <>
      <Actions>{commands.map((each) => <ActionButton key={each} disabled={command.sending} onPress={() => void command.send({ scaleId: scale.id, command: each })}>{w(`command.${each}`)}</ActionButton>)}</Actions>
      {command.reply === undefined || command.reply.ok ? null : <RefusalNotice failure={command.reply} op="scale.command" />}
    </>
  );
}

function ScaleCard({ scale, protocols, mayWrite, onEdit, onFind, onRemove }: ScaleCardProps): ReactElement {
  const t = useText('settings');
  const w = useText('scale-wizard');
  const language = useLanguage();
  const protocol = protocols.find((candidate) => candidate.key === scale.protocol);
  const place = scale.port.kind === 'serial' || scale.port.kind === 'file' ? scale.port.path : scale.port.kind === 'tcp' ? `${scale.port.host}:${String(scale.port.port)}` : t('scale.port.simulator');
  return (
    <Card title={scale.name}>
      <Live first={scale.live} />
      <Facts items={[
        { label: t('scale.where'), value: <span className={styles['wrap']}>{place}</span> },
        { label: t('scale.protocol'), value: protocol?.title[language] ?? scale.protocol },
      ]} />
      <ScaleKeys scale={scale} commands={protocol?.commands ?? []} />
      {mayWrite ? <Actions><ActionButton onPress={onEdit}>{t('change')}</ActionButton><ActionButton onPress={onFind}>{w('again')}</ActionButton><ActionButton kind="quiet" onPress={onRemove}>{t('remove')}</ActionButton></Actions> : null}
    </Card>
  );
}

/** The scales of this computer, with what each shows now. */
export default function ScalesScreen(): ReactElement | null {
  const t = useText('settings');
  const { may, training } = useSession();
  const mayWrite = may('scale.configure');
  const answer = useQueryOp('scale.list', {});
  const protocols = useQueryOp('scale.protocols', {});
  const configure = useCommandOp('scale.configure');
  const [open, setOpen] = useState<ScaleProfile | null>(null);
  const [finding, setFinding] = useState<ScaleProfile | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  if (answer.data === undefined || protocols.data === undefined) return null;
  if (!answer.data.ok) return <Page title={t('screens.scales')} actions={<ToSettings />}><RefusalNotice failure={answer.data} op="scale.list" /></Page>;
  const rows = answer.data.data.rows;
  const spoken = protocols.data.ok ? protocols.data.data.rows : [];
  const profiles = rows.map(profileOf);
  const keep = async (scales: readonly ScaleProfile[]): Promise<boolean> => {
    const reply = await configure.send({ scales: [...scales] });
    setFailure(reply.ok ? null : reply);
    return reply.ok;
  };
  const close = (): void => {
    setFailure(null);
    setOpen(null);
    setFinding(null);
  };
  const save = async (scale: ScaleProfile): Promise<void> => {
    const known = profiles.some((candidate) => candidate.id === scale.id);
    if (await keep(known ? profiles.map((candidate) => (candidate.id === scale.id ? scale : candidate)) : [...profiles, scale])) close();
  };
  const add = (): void => setFinding(newScale(spoken, training));
  if (finding !== null) {
    return (
      <ScaleWizard
        start={finding} protocols={spoken} failure={failure} onSave={(scale) => void save(scale)} onClose={close}
        onByHand={(scale) => { close(); setOpen(scale); }}
      />
    );
  }
  return (
    <Page title={t('screens.scales')} note={t('about.scales')} actions={<><ToSettings />{mayWrite ? <ActionButton kind="main" icon="scale" shortcut="F2" onPress={add}>{t('scale.add')}</ActionButton> : null}</>}>
      {failure === null || open !== null ? null : <RefusalNotice failure={failure} op="scale.configure" />}
      {rows.length === 0 ? <EmptyState icon="scale" title={t('scale.none')} text={t('scale.noneText')} {...(mayWrite ? { action: { label: t('scale.add'), onPress: add } } : {})} /> : (
        <div className={styles['two']}>
          {rows.map((scale) => (
            <ScaleCard
              key={scale.id} scale={scale} protocols={spoken} mayWrite={mayWrite} onEdit={() => setOpen(profileOf(scale))} onFind={() => setFinding(profileOf(scale))}
              onRemove={() => void keep(profiles.filter((candidate) => candidate.id !== scale.id))}
            />
          ))}
        </div>
      )}
      {open === null ? null : <ScaleDialog start={open} protocols={spoken} failure={failure} onSave={(scale) => void save(scale)} onClose={close} />}
    </Page>
  );
}
