import { useState, type ReactElement } from 'react';
import type { PrinterProfile } from '../../../../../electron/contract/printing.ts';
import type { Failure } from '../../../../api/operation-types.ts';
import { useCommandOp } from '../../../../api/use-operation.ts';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { useText } from '../../../../ui/language/use-text.ts';
import { Actions } from '../../../../ui/layout/Card.tsx';
import { Page } from '../../../../ui/layout/Page.tsx';
import { Notice } from '../../../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../../../ui/notices/RefusalNotice.tsx';
import { StepBar } from '../../../../ui/weigh/StepBar.tsx';
import { printerHolds, withOptions } from '../printer-draft.ts';
import { PlaceStep } from './PlaceStep.tsx';
import { ResultStep } from './ResultStep.tsx';
import { TickStep } from './TickStep.tsx';
import { verdictOf, type TestMark } from './test-verdict.ts';
import settings from '../../settings.module.css';

export interface PrinterWizardProps {
  readonly start: PrinterProfile;
  readonly failure: Failure | null;
  readonly onSave: (printer: PrinterProfile) => void;
  /** Leaves the test page for the form that is filled in by hand. */
  readonly onByHand: (printer: PrinterProfile) => void;
  readonly onClose: () => void;
}

const steps = ['port', 'page', 'ticks', 'name'] as const;
type StepKey = (typeof steps)[number];

/** Sets up a printer with the person in front of it: where it is, a test page, what came out right, name and papers. */
export function PrinterWizard({ start, failure, onSave, onByHand, onClose }: PrinterWizardProps): ReactElement {
  const p = useText('printers');
  const t = useText('settings');
  const app = useText('app');
  const [step, setStep] = useState<StepKey>('port');
  const [printer, setPrinter] = useState(start);
  const [marks, setMarks] = useState<ReadonlySet<TestMark>>(new Set());
  const [strict, setStrict] = useState(false);
  const page = useCommandOp('printer.try');
  const change = (part: Partial<PrinterProfile>): void => setPrinter({ ...printer, ...part });
  // A printer without a name can have its test page; it gets one before it is saved.
  const nameless = { ...printer, name: printer.name.trim() === '' ? p('step.page') : printer.name };
  const send = (): void => {
    setStrict(!printerHolds(nameless));
    if (!printerHolds(nameless)) return;
    setStep('page');
    setMarks(new Set());
    void page.send({ printer: withOptions(nameless) });
  };
  const condition = page.reply?.ok === true ? page.reply.data.condition : null;
  const verdict = verdictOf(printer, marks, condition);
  const save = (): void => {
    setStrict(true);
    if (printerHolds(printer)) onSave(printer);
  };
  const settle = (): void => {
    setStrict(false);
    setPrinter(verdict.printer);
    setStep('name');
  };
  const go: Readonly<Record<StepKey, { readonly label: string; readonly press: () => void; readonly disabled: boolean }>> = {
    port: { label: p('go.page'), press: send, disabled: false },
    page: { label: p('go.ticks'), press: () => setStep('ticks'), disabled: page.reply?.ok !== true },
    ticks: { label: p('go.name'), press: settle, disabled: false },
    name: { label: app('action.save'), press: save, disabled: false },
  };
  return (
    <Page title={p('title')} note={p('note')} actions={<ActionButton kind="quiet" shortcut="Escape" onPress={onClose}>{app('action.cancel')}</ActionButton>}>
      <div className={settings['stack']}>
        <StepBar label={p('title')} current={steps.indexOf(step)} steps={steps.map((key) => ({ key, label: p(`step.${key}`) }))} onGo={(index) => setStep(steps[index] ?? 'port')} />
        {step === 'port' ? <PlaceStep printer={printer} onPrinter={change} /> : null}
        {step === 'port' && strict ? <Notice tone="danger" title={p('missing')} /> : null}
        {step === 'page' ? <PageStep sending={page.sending} reply={page.reply} /> : null}
        {step === 'ticks' ? <TickStep label={printer.language !== 'escpos'} marks={marks} onMarks={setMarks} /> : null}
        {step === 'name' ? <ResultStep printer={printer} problems={verdictOf(start, marks, condition).problems} strict={strict} onPrinter={change} /> : null}
        {step === 'name' && strict && !printerHolds(printer) ? <Notice tone="danger" title={t('missing.printer')} /> : null}
        {failure === null ? null : <RefusalNotice failure={failure} op="printer.configure" />}
        <Actions>
          <ActionButton kind="main" shortcut="Enter" disabled={go[step].disabled || page.sending} onPress={go[step].press}>{go[step].label}</ActionButton>
          {step === 'page' ? <ActionButton disabled={page.sending} onPress={send}>{p('again')}</ActionButton> : null}
          {step === 'port' ? <ActionButton onPress={() => onByHand(printer)}>{p('byHand')}</ActionButton> : null}
        </Actions>
      </div>
    </Page>
  );
}

/** What became of the test page. */
function PageStep({ sending, reply }: { readonly sending: boolean; readonly reply: ReturnType<typeof useCommandOp<'printer.try'>>['reply'] }): ReactElement | null {
  const p = useText('printers');
  if (sending) return <Notice tone="info" title={p('page.sending')} />;
  if (reply === undefined) return null;
  if (!reply.ok) return <RefusalNotice failure={reply} op="printer.try" />;
  const { bytes, condition } = reply.data;
  return (
    <Notice tone="good" title={p('page.sent', { bytes })}>
      <p>{p('page.look')}</p>
      <p>{condition === null ? p('page.silent') : p('page.answers', { condition: p(`condition.${condition}`) })}</p>
      <p>{p('page.nothing')}</p>
    </Notice>
  );
}
