import { Select } from 'antd';
import { useRef, useState, type ReactElement } from 'react';
import { ulid } from 'ulid';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../api/use-operation.ts';
import { isPaperTooOld, paperDays } from '../../../electron/domain/paper-page.ts';
import { useApproval } from '../../app/approval/approval-context.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { DayField } from '../../ui/fields/DayField.tsx';
import { NumPadField } from '../../ui/fields/NumPadField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { moneyText } from '../../ui/format/format-text.ts';
import { Weight } from '../../ui/format/Weight.tsx';
import { Price } from '../../ui/format/Price.tsx';
import { useKeyboardScope } from '../../ui/keyboard/use-keyboard-scope.ts';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { Page } from '../../ui/layout/Page.tsx';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { MemberPicker } from '../settlement/pay/MemberPicker.tsx';
import styles from './paperbook.module.css';
import { useSchedules } from '../contract/desk/use-schedules.ts';
import { minutesOf, nextPage, previewOfPaper, ticketOfPaper, writtenAtOf, type PaperEntry } from './paper-entry.ts';

/** Lines of the paper book, one after the other, after the power came back: the price is that of the page's time, the mark stays for ever. */
export default function PaperBookScreen(): ReactElement {
  const t = useText('paperbook');
  const language = useLanguage();
  const { state, may } = useSession();
  const ask = useApproval();
  const settings = useQueryOp('setting.get', {});
  const empty: PaperEntry = { page: '', day: state.businessDate, time: '', memberId: null, productId: null, grade: null, gross: '', tare: '', late: '' };
  const [entry, setEntry] = useState<PaperEntry>(empty);
  const [done, setDone] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const kilograms = { decimals: 3, wholeDigits: 5, ownUnits: [t('kilogram'), 'kg'] };
  const draft = useRef(ulid());
  const first = useRef<HTMLInputElement>(null);
  const fields = useRef<HTMLDivElement>(null);
  const post = useCommandOp('ticket.post');
  const writtenAt = writtenAtOf(entry);
  const products = useQueryOp('product.list', {});
  const board = useQueryOp('price.board', writtenAt === null ? {} : { at: writtenAt }, { enabled: writtenAt !== null });
  const rows = products.data?.ok === true ? products.data.data.rows.filter((row) => row.active) : [];
  const product = rows.find((row) => row.id === entry.productId) ?? null;
  const prices = board.data?.ok === true && writtenAt !== null ? board.data.data.rows : [];
  const price = prices.find((row) => row.productId === entry.productId && row.grade === entry.grade && row.quotaPart === 'board');
  const schedules = useSchedules({ owners: entry.memberId === null || writtenAt === null ? [] : [{ memberId: entry.memberId }], productId: entry.productId }, writtenAt);
  const computed = previewOfPaper(entry, product, prices, schedules);
  const name = (named: { readonly nameZh: string; readonly nameEn: string }): string => (language === 'zh' ? named.nameZh : named.nameEn);
  const set = (fields: Partial<PaperEntry>): void => setEntry({ ...entry, ...fields });
  const input = ticketOfPaper(entry, computed, draft.current, t('reason'));
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
    draft.current = ulid();
    setEntry({ ...entry, page: nextPage(entry.page), memberId: null, gross: '', tare: '' });
    first.current?.focus();
  };
  /** Enter goes from field to field and posts from the last, so that the hands stay on the keys. */
  const goOn = (): void => {
    const inputs = [...(fields.current?.querySelectorAll<HTMLInputElement>('input:not(:disabled)') ?? [])];
    const next = inputs[inputs.findIndex((input) => input === document.activeElement) + 1];
    if (next === undefined) void send();
    else next.focus();
  };
  useKeyboardScope({ Enter: goOn });
  return (
    <Page title={t('title')} note={t('note')} actions={<ActionButton kind="main" shortcut="F9" disabled={!ready} onPress={() => void send()}>{t('post')}</ActionButton>}>
      {done === null ? null : <Notice tone="good" title={done}>{t('countersign')}</Notice>}
      {failure === null ? null : <RefusalNotice failure={failure} op="ticket.post" />}
      <Card title={t('page')}>
        <div className={styles['grid']} ref={fields}>
          <TextField label={t('number')} hint={t('numberHint')} value={entry.page} onChange={(page) => set({ page })} maxLength={40} inputRef={first} autoFocus />
          <DayField label={t('day')} value={entry.day} onChange={(day) => set({ day })} />
          <TextField label={t('time')} hint={t('timeHint')} value={entry.time} onChange={(time) => set({ time })} maxLength={5} refusal={entry.time.length > 3 && minutesOf(entry.time) === null ? t('timeWrong') : null} />
          <label className={styles['label']}>{t('member')}<MemberPicker value={entry.memberId} onChange={(memberId) => set({ memberId })} /></label>
          <label className={styles['label']}>{t('product')}
            <Select aria-label={t('product')} value={entry.productId} onChange={(productId: string) => set({ productId, grade: null })} options={rows.map((row) => ({ value: row.id, label: name(row) }))} />
          </label>
          <label className={styles['label']}>{t('grade')}
            <Select aria-label={t('grade')} value={entry.grade} disabled={product === null} onChange={(grade: string) => set({ grade })} options={(product?.scheme?.definition.grades ?? []).map((grade) => ({ value: grade.id, label: name(grade) }))} />
          </label>
          <NumPadField label={t('gross')} unit={t('kilogram')} value={entry.gross} onChange={(gross) => set({ gross })} rules={kilograms} />
          <NumPadField label={t('tare')} unit={t('kilogram')} hint={t('tareHint')} value={entry.tare} onChange={(tare) => set({ tare })} rules={kilograms} />
          {isLate ? <TextField label={t('late.label', { days: limitDays })} hint={t('late.hint')} value={entry.late} onChange={(late) => set({ late })} maxLength={200} /> : null}
          <dl className={styles['facts']}>
            <dt>{t('net')}</dt><dd>{computed === null ? '–' : <Weight grams={computed.netGrams} />}</dd>
            <dt>{t('price')}</dt><dd>{price === undefined ? t(writtenAt !== null && entry.grade !== null && board.data !== undefined ? 'noPrice' : 'open') : <><Price priceE4={price.priceE4} single /> <span className={styles['soft']}>{price.sheetNumber}</span></>}</dd>
            <dt>{t('amount')}</dt><dd data-role="paper-amount"><strong>{computed === null ? '–' : moneyText(computed.amountFen)}</strong></dd>
          </dl>
        </div>
      </Card>
    </Page>
  );
}
