import { useState, type ReactElement } from 'react';
import type { PrinterProfile } from '../../../../electron/contract/printing.ts';
import type { Failure } from '../../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../../api/use-operation.ts';
import { navigate } from '../../../app/navigation.ts';
import { useSession } from '../../../app/session.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Actions, Card, Facts } from '../../../ui/layout/Card.tsx';
import { Page } from '../../../ui/layout/Page.tsx';
import { EmptyState } from '../../../ui/notices/EmptyState.tsx';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { ToSettings } from '../ToSettings.tsx';
import { jobReason } from './job-reason.ts';
import { newPrinter, profileOf } from './printer-draft.ts';
import { PrinterDialog } from './PrinterDialog.tsx';
import { AskButton, PauseButton, PrinterState, type PrinterRow } from './PrinterStrip.tsx';
import { PrinterWizard } from './wizard/PrinterWizard.tsx';
import styles from '../settings.module.css';

interface PrinterCardProps {
  readonly printer: PrinterRow;
  readonly mayWrite: boolean;
  readonly onEdit: () => void;
  readonly onFind: () => void;
  readonly onRemove: () => void;
}

function PrinterCard({ printer, mayWrite, onEdit, onFind, onRemove }: PrinterCardProps): ReactElement {
  const t = useText('settings');
  const p = useText('printers');
  const test = useCommandOp('printer.test');
  const place = printer.port.kind === 'tcp' ? `${printer.port.host}:${String(printer.port.port)}` : printer.port.kind === 'simulator' ? t('printer.port.simulator') : printer.port.kind === 'system' ? printer.port.name : printer.port.path;
  return (
    <Card title={printer.name} actions={<PrinterState printer={printer} />}>
      <Facts items={[
        { label: t('printer.where'), value: <span className={styles['wrap']}>{place}</span> },
        { label: t('printer.paper'), value: t('printer.paperOf', { language: t(`printer.language.${printer.language}`), width: printer.widthMm }) },
        { label: t('printer.papers'), value: printer.papers.map((paper) => t(`paper.${paper}`)).join(t('comma')) },
        { label: t('printer.waiting'), value: printer.waiting },
      ]} />
      {printer.lastError === null ? null : <Notice tone="wait" title={t('printer.lastError')}><p className={styles['wrap']}>{jobReason(printer.lastError, p)}</p></Notice>}
      {test.reply === undefined ? null : test.reply.ok ? <Notice tone="good" title={t('printer.tested')} /> : <RefusalNotice failure={test.reply} op="printer.test" />}
      <Actions><PauseButton printer={printer} /><AskButton printer={printer} /></Actions>
      {mayWrite ? (
        <Actions>
          {printer.language === 'page' ? null : <ActionButton onPress={onFind}>{p('find')}</ActionButton>}
          <ActionButton icon="printer" disabled={test.sending} onPress={() => void test.send({ printerId: printer.id })}>{t('printer.test')}</ActionButton>
          <ActionButton onPress={onEdit}>{t('change')}</ActionButton>
          <ActionButton kind="quiet" onPress={onRemove}>{t('remove')}</ActionButton>
        </Actions>
      ) : null}
    </Card>
  );
}

/** The printers of this computer, and which paper goes where. */
export default function PrintersScreen(): ReactElement | null {
  const t = useText('settings');
  const mayWrite = useSession().may('print.configure');
  const answer = useQueryOp('printer.list', {}, { refreshMs: 5_000 });
  const configure = useCommandOp('printer.configure');
  const [open, setOpen] = useState<PrinterProfile | null>(null);
  const [finding, setFinding] = useState<PrinterProfile | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  if (answer.data === undefined) return null;
  if (!answer.data.ok) return <Page title={t('screens.printers')} actions={<ToSettings />}><RefusalNotice failure={answer.data} op="printer.list" /></Page>;
  const rows = answer.data.data.rows;
  const profiles = rows.map(profileOf);
  const keep = async (printers: readonly PrinterProfile[]): Promise<boolean> => {
    const reply = await configure.send({ printers: [...printers] });
    setFailure(reply.ok ? null : reply);
    return reply.ok;
  };
  const close = (): void => {
    setFailure(null);
    setOpen(null);
    setFinding(null);
  };
  const save = async (printer: PrinterProfile): Promise<void> => {
    const known = profiles.some((candidate) => candidate.id === printer.id);
    if (await keep(known ? profiles.map((candidate) => (candidate.id === printer.id ? printer : candidate)) : [...profiles, printer])) close();
  };
  const add = (): void => setFinding(newPrinter(profiles));
  if (finding !== null) {
    return <PrinterWizard start={finding} failure={failure} onSave={(printer) => void save(printer)} onClose={close} onByHand={(printer) => { close(); setOpen(printer); }} />;
  }
  return (
    <Page
      title={t('screens.printers')} note={t('about.printers')}
      actions={<><ToSettings /><ActionButton icon="tickets" onPress={() => navigate('/printing')}>{t('screens.printing')}</ActionButton>{mayWrite ? <ActionButton kind="main" icon="printer" shortcut="F2" onPress={add}>{t('printer.add')}</ActionButton> : null}</>}
    >
      {failure === null || open !== null ? null : <RefusalNotice failure={failure} op="printer.configure" />}
      {rows.length === 0 ? <EmptyState icon="printer" title={t('printer.none')} text={t('printer.noneText')} {...(mayWrite ? { action: { label: t('printer.add'), onPress: add } } : {})} /> : (
        <div className={styles['two']}>
          {rows.map((printer) => (
            <PrinterCard key={printer.id} printer={printer} mayWrite={mayWrite} onEdit={() => setOpen(profileOf(printer))} onFind={() => setFinding(profileOf(printer))} onRemove={() => void keep(profiles.filter((candidate) => candidate.id !== printer.id))} />
          ))}
        </div>
      )}
      {open === null ? null : <PrinterDialog start={open} failure={failure} onSave={(printer) => void save(printer)} onClose={close} />}
    </Page>
  );
}
