import { useState, type ReactElement } from 'react';
import type { Approval } from '../../../electron/contract/envelope.ts';
import type { ScaleBookState } from '../../../electron/contract/scale-book.ts';
import { kilogramText, parseKilograms } from '../../../electron/domain/mass.ts';
import type { Failure, OutputOf } from '../../api/operation-types.ts';
import { useCommandOp } from '../../api/use-operation.ts';
import { useApproval } from '../../app/approval/approval-context.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { NumPadField } from '../../ui/fields/NumPadField.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { BigWeight } from '../../ui/weigh/BigWeight.tsx';
import { errorText, toleranceText } from './book-words.ts';
import { TypedShown, type TypedFigure } from './TypedShown.tsx';
import { useScaleView } from './use-scale-view.ts';
import styles from './scale-book.module.css';

export type CheckKind = 'zero' | 'test';
type Result = OutputOf<'scale_book.zero'>;

const weightRules = { decimals: 3, wholeDigits: 6 } as const;

function ResultWords({ kind, result }: { readonly kind: CheckKind; readonly result: Result }): ReactElement {
  const t = useText('scale_book');
  const facts = { shown: kilogramText(result.shownGrams), error: errorText(result.errorGrams, t), tolerance: toleranceText(result.toleranceGrams, t), number: result.number };
  const outcome = result.passed ? 'passed' : 'failed';
  return <Notice tone={result.passed ? 'good' : 'danger'} title={t(`check.${kind}.${outcome}`)}><p>{t('check.facts', facts)}</p>{result.passed ? null : <p>{t(`check.${kind}.failedTodo`)}</p>}</Notice>;
}

/** The weight that is going to be put on; it stays what it was the last time. */
function NominalStep({ typed, onType, onNext }: { readonly typed: string; readonly onType: (typed: string) => void; readonly onNext: () => void }): ReactElement {
  const t = useText('scale_book');
  const app = useText('app');
  const good = (parseKilograms(typed) ?? 0) > 0;
  return (
    <>
      <p className={styles['say']}>{t('check.test.nominalSay')}</p>
      <NumPadField large autoFocus label={t('check.test.nominal')} hint={t('check.test.nominalHint')} unit={app('unit.kilogram')} rules={weightRules} value={typed} onChange={onType} />
      <ActionButton kind="main" wide layer="dialog" shortcut="Enter" disabled={!good} onPress={onNext}>{t('check.test.next')}</ActionButton>
    </>
  );
}

export interface CheckDialogProps {
  readonly kind: CheckKind;
  readonly scale: ScaleBookState;
  readonly onClose: () => void;
}

/** The morning's check in two steps, with the weight on the screen: make the scale ready, then write down what it shows. */
export function CheckDialog({ kind, scale, onClose }: CheckDialogProps): ReactElement {
  const t = useText('scale_book');
  const app = useText('app');
  const ask = useApproval();
  const view = useScaleView(scale.scaleId);
  const zero = useCommandOp('scale_book.zero');
  const test = useCommandOp('scale_book.test');
  const lastNominal = scale.lastTest?.nominalGrams ?? null;
  const [nominal, setNominal] = useState(lastNominal === null ? '' : kilogramText(lastNominal));
  const [ready, setReady] = useState(kind === 'zero');
  const [typed, setTyped] = useState<TypedFigure | null>(null);
  const [result, setResult] = useState<Result | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const nominalGrams = parseKilograms(nominal) ?? 0;
  const mayRecord = typed === null ? view.kind === 'live' && view.stable === true : typed.grams !== null && typed.reason !== null;
  const record = async (): Promise<void> => {
    if (!mayRecord || zero.sending || test.sending) return;
    const shown = typed === null ? { kind: 'scale' as const } : { kind: 'typed' as const, grams: typed.grams ?? 0, reason: typed.reason ?? '' };
    const send = (approval?: Approval) => (kind === 'zero' ? zero.send({ scaleId: scale.scaleId, shown }, approval) : test.send({ scaleId: scale.scaleId, nominalGrams, shown }, approval));
    const first = await send();
    const facts = [t('check.consent.fact', { scale: scale.scaleName }), ...(typed === null ? [] : [t('check.consent.figures', { put: kind === 'zero' ? 0 : nominalGrams, shown: typed.grams ?? 0 }), typed.reason ?? ''])];
    const reply = !first.ok && 'refusal' in first && first.refusal.code === 'approval_required' ? await ask({ title: t('check.consent.title'), permission: 'approve.scale', facts, run: send }) : first;
    if (reply === null) return;
    setFailure(reply.ok ? null : reply);
    if (reply.ok) setResult(reply.data);
  };
  const say = kind === 'zero' ? t('check.zero.say') : t('check.test.say', { grams: nominalGrams });
  return (
    <Dialog wide title={`${t(`check.${kind}.title`)} · ${scale.scaleName}`} onClose={onClose}>
      <div className={styles['form']}>
        {result !== null ? (
          <>
            <ResultWords kind={kind} result={result} />
            <ActionButton kind="main" wide layer="dialog" shortcut="Enter" onPress={onClose}>{app('action.close')}</ActionButton>
          </>
        ) : !ready ? <NominalStep typed={nominal} onType={setNominal} onNext={() => setReady(true)} /> : (
          <>
            <p className={styles['say']}>{say}</p>
            {typed === null ? <BigWeight view={view} label={t('check.shows')} /> : <TypedShown figure={typed} onChange={setTyped} />}
            {failure === null ? null : <RefusalNotice failure={failure} op={kind === 'zero' ? 'scale_book.zero' : 'scale_book.test'} />}
            <ActionButton kind="main" wide layer="dialog" shortcut="Enter" disabled={!mayRecord} onPress={() => void record()}>{t('check.record')}</ActionButton>
            <ActionButton kind="quiet" layer="dialog" shortcut="F5" pressed={typed !== null} onPress={() => setTyped(typed === null ? { text: '', grams: null, reason: null } : null)}>{t(typed === null ? 'check.byHand' : 'check.byScale')}</ActionButton>
          </>
        )}
      </div>
    </Dialog>
  );
}
