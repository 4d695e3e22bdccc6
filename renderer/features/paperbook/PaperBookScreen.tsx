import { useRef, useState, type ReactElement } from 'react';
import { ulid } from 'ulid';
import { isPaperTooOld, paperDays } from '../../../electron/domain/paper-page.ts';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../api/use-operation.ts';
import { useApproval } from '../../app/approval/approval-context.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { moneyText } from '../../ui/format/format-text.ts';
import { useKeyboardScope } from '../../ui/keyboard/use-keyboard-scope.ts';
import { useText } from '../../ui/language/use-text.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { Page } from '../../ui/layout/Page.tsx';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { ticketOfPaper } from './paper-entry.ts';
import { PaperFacts } from './PaperFacts.tsx';
import { PaperGrading } from './PaperGrading.tsx';
import { PaperHead } from './PaperHead.tsx';
import { PaperLines, SingleLine } from './PaperLines.tsx';
import { PaperOwners } from './PaperOwners.tsx';
import styles from './paperbook.module.css';
import { usePaperPage } from './use-paper-page.ts';

/** Pages of the paper book, one after the other, after the power came back: prices and terms are those of the page's time, the mark stays for ever. */
export default function PaperBookScreen(): ReactElement {
  const t = useText('paperbook');
  const { state, may } = useSession();
  const ask = useApproval();
  const settings = useQueryOp('setting.get', {});
  const page = usePaperPage();
  const { entry, dispatch, desk } = page;
  const [isWhole, setIsWhole] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const fields = useRef<HTMLDivElement>(null);
  const post = useCommandOp('ticket.post');
  const input = ticketOfPaper(entry, desk.preview, t('reason'));
  const limitDays = paperDays(settings.data?.ok === true ? settings.data.data.values['paper_book.days'] : undefined);
  const isLate = entry.day !== null && isPaperTooOld(entry.day, state.businessDate, limitDays);
  const ready = input !== null && (!isLate || entry.late.trim() !== '') && !post.sending;
  const send = async (): Promise<void> => {
    if (input === null || !ready) return;
    const reply = isLate && !may('ticket.paper_late')
      ? await ask({ title: t('late.ask'), permission: 'ticket.paper_late', facts: [t('late.fact', { page: entry.page.trim(), days: limitDays }), entry.late.trim()], run: (approval) => post.send(input, approval) })
      : await post.send(input);
    if (reply === null) return;
    setFailure(reply.ok ? null : reply);
    if (!reply.ok) return;
    setDone(t('done', { page: entry.page.trim(), number: reply.data.number, amount: moneyText(reply.data.totalFen) }));
    dispatch({ type: 'entered', draftId: ulid() });
    setIsWhole(false);
    first.current?.focus();
  };
  /** Enter goes from field to field and posts from the last, so that the hands stay on the keys. */
  const goOn = (): void => {
    const inputs = [...(fields.current?.querySelectorAll<HTMLInputElement>('input:not(:disabled)') ?? [])];
    const next = inputs[inputs.findIndex((each) => each === document.activeElement) + 1];
    if (next === undefined) void send();
    else next.focus();
  };
  useKeyboardScope({ Enter: goOn });
  // What was typed in the rows stays in sight: nothing counts that nobody sees.
  const mayPutAway = entry.lines.length === 1 && entry.lines[0]?.containerId === null && desk.state.owners.length < 2 && Object.keys(desk.state.measures).length + Object.keys(desk.state.otherParts).length === 0 && desk.state.returned === '' && desk.state.sortingLoss === '';
  return (
    <Page title={t('title')} note={t('note')} actions={<ActionButton kind="main" shortcut="F9" disabled={!ready} onPress={() => void send()}>{t('post')}</ActionButton>}>
      {done === null ? null : <Notice tone="good" title={done}>{t('countersign')}</Notice>}
      {failure === null ? null : <RefusalNotice failure={failure} op="ticket.post" />}
      <Card title={t('page')} actions={<ActionButton small shortcut="F4" disabled={isWhole && !mayPutAway} onPress={() => setIsWhole(!isWhole)}>{t(isWhole ? 'whole.less' : 'whole.more')}</ActionButton>}>
        <div ref={fields} className={styles['rows']}>
          <div className={styles['grid']}>
            <PaperHead page={page} first={first} />
            {isWhole ? null : <SingleLine page={page} />}
            {isLate ? <TextField label={t('late.label', { days: limitDays })} hint={t('late.hint')} value={entry.late} onChange={(late) => dispatch({ type: 'headTyped', fields: { late } })} maxLength={200} /> : null}
          </div>
          {isWhole ? <><PaperLines page={page} /><PaperOwners desk={desk} /><PaperGrading desk={desk} /></> : null}
          <PaperFacts page={page} />
        </div>
      </Card>
    </Page>
  );
}
