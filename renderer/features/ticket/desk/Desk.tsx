import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, type ReactElement } from 'react';
import type { MemberRow } from '../../../../electron/contract/member.ts';
import type { UsualWeight } from '../../../../electron/domain/usual-weight.ts';
import type { Failure } from '../../../api/operation-types.ts';
import { call } from '../../../api/station.ts';
import { useCommandOp, useQueryOp } from '../../../api/use-operation.ts';
import { useSession } from '../../../app/session.ts';
import { useShowOnDisplay } from '../../display/use-show-on-display.ts';
import { useSchedules } from '../../contract/desk/use-schedules.ts';
import { WordsButton } from '../../grading/desk/WordsButton.tsx';
import { PhotoButton } from '../../photo/PhotoButton.tsx';
import { useDeskVoice } from '../../voice/use-desk-voice.ts';
import { VoiceTools } from '../../voice/VoiceTools.tsx';
import type { Language } from '../../../ui/language/languages.ts';
import { useKeyboardScope } from '../../../ui/keyboard/use-keyboard-scope.ts';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { StepBar } from '../../../ui/weigh/StepBar.tsx';
import { useVoices } from '../../grading/desk/use-voices.ts';
import { DeskDialogs } from './DeskDialogs.tsx';
import styles from './desk.module.css';
import type { DeskDialog, DeskView } from './desk-model.ts';
import { nameIn, weightText } from './desk-words.ts';
import { readDrafts, type StoredDraft } from './draft/stored-drafts.ts';
import { useDraftedDesk } from './draft/use-drafted-desk.ts';
import { useLiveWeight } from './live/use-live-weight.ts';
import { useScaleKeys } from './live/use-scale-keys.ts';
import { deskSteps, firstOpenStep, isUntouched, labelOf, type DeskState, type DeskStep } from './model/desk-state.ts';
import type { DeskGoods } from './model/desk-goods.ts';
import { gradesOf } from './model/desk-goods.ts';
import { yardReducer, type YardAction } from './model/yard-reducer.ts';
import { previewOf, type DeskPreview } from './model/desk-preview.ts';
import { DeskNotice } from './panels/DeskNotice.tsx';
import { PostedLine } from './panels/PostedLine.tsx';
import { PostTrouble } from './panels/PostTrouble.tsx';
import { QueuePanel } from './panels/QueuePanel.tsx';
import { Slip } from './panels/Slip.tsx';
import { TicketPanel } from './panels/TicketPanel.tsx';
import { ConfirmStep } from './steps/ConfirmStep.tsx';
import { GradeStep } from './steps/GradeStep.tsx';
import { WeighStep } from './steps/WeighStep.tsx';
import { WhatStep } from './steps/WhatStep.tsx';
import { WhoStep } from './steps/WhoStep.tsx';
import { usePosting } from './use-posting.ts';
import { ArrivalPanel, useArrivals } from './yard/ArrivalPanel.tsx';
import { unusualOf } from './yard/UnusualDialog.tsx';
import { inYard } from './yard/use-yard-words.ts';
import { useCalled } from './yard/use-called.ts';

/** The five answers so far, for the bar above. */
function useStepAnswers(desk: DeskView): { readonly key: string; readonly label: string; readonly answer?: string }[] {
  const t = useText('ticket');
  const app = useText('app');
  const language = useLanguage();
  const { state, preview } = desk;
  const grade = gradesOf(preview.product).find((candidate) => candidate.id === preview.grade);
  // The step that is being answered has no answer yet; the ticket beside it shows what there is.
  const done = deskSteps.indexOf(state.step);
  const answer = (step: DeskStep, text: string | undefined): { answer?: string } => (text === undefined || text === '' || deskSteps.indexOf(step) >= done ? {} : { answer: text });
  return [
    { key: 'who', label: t('desk.step.who'), ...answer('who', state.owners[0]?.name) },
    { key: 'what', label: t('desk.step.what'), ...answer('what', preview.product === null ? undefined : nameIn(preview.product, language)) },
    { key: 'weigh', label: t('desk.step.weigh'), ...answer('weigh', state.baskets.length === 0 ? undefined : weightText(preview.netGrams, preview.product?.tradedUnit ?? 'kg', app)) },
    { key: 'grade', label: t('desk.step.grade'), ...answer('grade', grade === undefined ? undefined : nameIn(grade, language)) },
    { key: 'confirm', label: t('desk.step.confirm') },
  ];
}

/** The chosen grade as people call it. */
function gradeName(preview: DeskPreview, language: Language): string | null {
  const grade = gradesOf(preview.product).find((candidate) => candidate.id === preview.grade);
  return grade === undefined ? null : nameIn(grade, language);
}

/** The product of the member's last ticket; null where there is none. */
async function lastProductOf(memberId: string): Promise<string | null> {
  const tickets = await call('ticket.list', { memberId, limit: 1 });
  return tickets.ok ? tickets.data.rows[0]?.productId ?? null : null;
}

/** One seller after the other, five steps each, all of it on the numpad. */
export function Desk({ goods: today }: { readonly goods: DeskGoods }): ReactElement | null {
  const t = useText('ticket');
  const language = useLanguage();
  const session = useSession();
  const drafted = useDraftedDesk();
  const { state, dispatch } = drafted;
  const live = useLiveWeight();
  const scaleKeys = useScaleKeys(live);
  const posting = usePosting();
  const client = useQueryClient();
  const again = useCommandOp('print.again');
  const draftList = useQueryOp('draft.list', {});
  const [dialog, setDialog] = useState<DeskDialog | null>(null);
  const [sellerText, setSellerText] = useState('');
  const [lastProductId, setLastProductId] = useState<string | null>(null);
  const [copies, setCopies] = useState(0);
  const [unprinted, setUnprinted] = useState<Failure | null>(null);
  const [paid, setPaid] = useState(false);
  const [usual, setUsual] = useState<UsualWeight | null>(null);
  const voices = useVoices(state);
  const machine = voices?.machine ?? null;
  const blind = voices?.sample?.measures;
  // Goods that a sample speaks for are as old as they were on the day it was taken.
  const day = voices?.sample?.takenOn ?? today.day;
  const goods = useMemo((): DeskGoods => ({ ...today, day }), [today, day]);
  const schedules = useSchedules(state);
  const preview = useMemo(() => previewOf(state, goods, machine, schedules, blind), [state, goods, machine, schedules, blind]);
  const desk: DeskView = useMemo(() => ({ state, goods, schedules, preview, dispatch }), [state, goods, schedules, preview, dispatch]);
  const drafts = useMemo(() => (draftList.data?.ok === true ? readDrafts(draftList.data.data.rows) : []), [draftList.data]);
  const others = drafts.filter((stored) => stored.draft.id !== state.draftId);
  // Whoever waits in the yard comes first, the longest in front.
  const waiting = [...inYard(others), ...others.filter((stored) => stored.draft.state !== 'yard')];
  const mayType = session.may('ticket.typed_weight');
  const resetPosting = posting.reset;
  // A refusal speaks of the ticket as it was sent; a step taken since makes it old.
  useEffect(() => resetPosting(), [resetPosting, state.step, state.draftId]);

  const choose = useCallback((member: MemberRow): void => {
    const { id, name, code, houseGroup, kind } = member;
    setDialog(null);
    dispatch({ type: 'memberChosen', owner: { memberId: id, name, code, houseGroup, kind, share: 1 }, productId: null });
    const propose = async (): Promise<void> => {
      const productId = await lastProductOf(id);
      setLastProductId(productId);
      const offered = productId ?? posting.posted?.productId ?? null;
      if (offered !== null) dispatch({ type: 'productProposed', productId: offered });
    };
    void propose();
  }, [dispatch, posting.posted]);
  const newSeller = useCallback((text: string): void => {
    setSellerText(text);
    setDialog('seller');
  }, []);
  /** Posts; before that, once a ticket, asks why goods go back and whether a weight far from the habit is right. */
  const post = async (known: DeskState = state): Promise<void> => {
    if (preview.returnedGrams > 0 && known.returnReason === null) return setDialog('returnReason');
    const far = known.unusualAccepted ? null : await unusualOf(desk);
    setUsual(far);
    if (far !== null) return setDialog('unusual');
    await drafted.flush();
    const ticket = await posting.post(known, preview);
    if (ticket === null) return;
    setCopies(0);
    setUnprinted(null);
    setPaid(false);
    await drafted.clear(false);
    await client.invalidateQueries({ queryKey: ['draft'] });
  };
  /** Goes on with what was answered before posting. */
  const answer = (action: YardAction): void => {
    setDialog(null);
    dispatch(action);
    void post(yardReducer(state, action));
  };
  const intoYard = (plate: string): void => {
    setDialog(null);
    void drafted.hold(yardReducer(state, { type: 'yardEntered', plate, since: Date.now() })).then(() => client.invalidateQueries({ queryKey: ['draft'] }));
  };
  const arrivals = useArrivals();
  const { next: callNext, called } = useCalled(desk, choose);
  const hold = (): void => {
    if (isUntouched(state)) setDialog('queue');
    else void drafted.hold().then(() => client.invalidateQueries({ queryKey: ['draft'] }));
  };
  const resume = (stored: StoredDraft): void => {
    setDialog(null);
    void drafted.resume(stored).then(() => client.invalidateQueries({ queryKey: ['draft'] }));
  };
  const printAgain = async (): Promise<void> => {
    if (posting.posted === null) return;
    const reply = await again.send({ documentId: posting.posted.id, paper: 'receipt' });
    setUnprinted(reply.ok ? null : reply);
    if (reply.ok) setCopies(reply.data.copyNo);
  };
  const mayPay = session.may('settlement.pay_now') && (posting.posted?.totalFen ?? 0) > 0;
  const payNow = (): void => { if (posting.posted !== null && mayPay && !paid) setDialog('pay'); };
  const goConfirm = (): void => dispatch({ type: 'wentTo', step: firstOpenStep(state) === 'confirm' && preview.grade === null && !preview.refusedWhole ? 'grade' : 'confirm' });
  useKeyboardScope({
    F1: () => setDialog('keys'), F2: () => dispatch({ type: 'wentTo', step: 'who' }), F3: () => dispatch({ type: 'wentTo', step: 'what' }),
    Divide: hold, F6: hold, F7: () => setDialog('queue'), F8: () => void printAgain(), F9: goConfirm,
    F10: payNow,
    Escape: () => dispatch({ type: 'steppedBack' }), Subtract: () => dispatch({ type: 'steppedBack' }),
  });
  const answers = useStepAnswers(desk);
  const voice = useDeskVoice({
    draftId: state.draftId, step: state.step, baskets: preview.baskets, netGrams: preview.netGrams, amountFen: posting.changed?.now ?? preview.computed?.amountFen ?? null,
    grade: preview.parts.length > 1 ? null : gradeName(preview, language), unit: preview.product?.tradedUnit ?? 'kg', language, training: session.training,
  });
  const posted = posting.posted;
  useShowOnDisplay({ state, preview, goods, language, scaleId: live.scale?.scaleId ?? null, posted: posted === null ? null : { totalFen: posted.totalFen, paid } });
  if (!drafted.ready) return null;

  const notice = posted === null ? null : <PostedLine ticket={posted} copies={copies} paid={paid} />;
  const trouble = posting.failure === null ? null : <PostTrouble failure={posting.failure} changed={posting.changed} desk={desk} />;
  return (
    <div className={styles['desk']} data-step={state.step}>
      <div className={styles['steps']}>
        <div className={styles['stepLine']}>
          <StepBar label={t('desk.step.label')} steps={answers} current={deskSteps.indexOf(state.step)} onGo={(index) => { const step = deskSteps[index]; if (step !== undefined) dispatch({ type: 'wentTo', step }); }} />
          {state.step === 'grade' ? <WordsButton onOpen={() => setDialog('words')} /> : null}
          {state.step === 'weigh' || state.step === 'grade' ? <PhotoButton draftId={state.draftId} step={state.step} /> : null}
          <VoiceTools voice={voice} />
        </div>
        <DeskNotice broken={drafted.broken} unsaved={drafted.unsaved} onDrop={() => void drafted.dropBroken()} />
        {scaleKeys.failure === null || state.step !== 'weigh' ? null : <RefusalNotice failure={scaleKeys.failure} op="scale.command" />}
        {unprinted === null ? null : <RefusalNotice failure={unprinted} op="print.again" />}
      </div>
      <QueuePanel drafts={waiting} now={isUntouched(state) ? null : labelOf(state)} goods={goods} onResume={resume} onOpen={() => setDialog('queue')} arrivals={<ArrivalPanel onNumbers={() => setDialog('numbers')} />} />
      {state.step === 'who' ? <WhoStep desk={desk} notice={notice} waiting={waiting.length} onChoose={choose} onNewSeller={newSeller} onOwners={() => { if (state.owners.length > 0) setDialog('owners'); }} onQueue={() => setDialog('queue')} arrival={{ waiting: arrivals.filter((row) => row.state === 'waiting').length, onNext: () => void callNext(), onNumber: () => setDialog('number'), onNumbers: () => setDialog('numbers') }} after={posted === null ? null : { onPrintAgain: () => void printAgain(), onPay: mayPay && !paid ? payNow : null }} />
        : state.step === 'what' ? <WhatStep desk={desk} lastProductId={lastProductId} />
          : state.step === 'weigh' ? <WeighStep desk={desk} live={live} scaleKeys={scaleKeys} mayType={mayType} onTare={() => setDialog('tare')} onTyped={() => setDialog('typed')} onHold={hold} onYard={() => setDialog('yard')} onBaskets={() => setDialog('baskets')} />
            : state.step === 'grade' ? <GradeStep desk={desk} mayOverride={session.may('ticket.override_grade')} onReason={() => setDialog('reason')} onWords={() => setDialog('words')} onSplit={() => setDialog('split')} />
              : (
                <ConfirmStep
                  desk={desk} trouble={trouble} newAmount={posting.changed?.now ?? null} posting={posting.posting} onPost={() => void post()} onOwners={() => setDialog('owners')} onHold={hold} onCrates={() => setDialog('crates')}
                  slip={<Slip desk={desk} posting={posting.posting} />}
                />
              )}
      <TicketPanel desk={desk} resumed={drafted.resumed} />
      <DeskDialogs open={dialog} desk={desk} live={live} mayType={mayType} sellerText={sellerText} waiting={waiting} posted={posted} usual={usual} onYard={intoYard} onCalled={(row) => { setDialog(null); void called(row); }} onGive={() => setDialog('number')} onReturnReason={(reason) => answer({ type: 'returnReasonGiven', reason })} onRight={() => answer({ type: 'unusualAccepted' })} onPaid={() => { setPaid(true); setDialog(null); }} onSeller={choose} onResume={resume} onClose={() => setDialog(null)} />
    </div>
  );
}
