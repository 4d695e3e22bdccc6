import { useMemo, useRef, useState, type ReactElement } from 'react';
import { startOfDay } from '../../../electron/domain/business-date.ts';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../api/use-operation.ts';
import { navigate } from '../../app/navigation.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { DateWithWeekday } from '../../ui/format/DateWithWeekday.tsx';
import type { KeyHandler } from '../../ui/keyboard/keyboard-scopes.ts';
import { useKeyboardScope } from '../../ui/keyboard/use-keyboard-scope.ts';
import { useText } from '../../ui/language/use-text.ts';
import { Page } from '../../ui/layout/Page.tsx';
import { EmptyState } from '../../ui/notices/EmptyState.tsx';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { PremiumDialog } from '../contract/PremiumDialog.tsx';
import { changedLines, momentOfTime, sheetLines, typedPrice } from './price-sheet.ts';
import { PriceBoardDialog } from './PriceBoardDialog.tsx';
import { PriceTable } from './PriceTable.tsx';
import { PublishBar, type When } from './PublishBar.tsx';

/** Enter and the arrows go down and up the column of prices. */
function moveIn(table: HTMLElement | null, step: 1 | -1): boolean {
  const fields = [...(table?.querySelectorAll<HTMLInputElement>('input[data-keys="number"]') ?? [])];
  const at = fields.findIndex((field) => field === document.activeElement);
  const next = at === -1 ? undefined : fields[at + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  return next !== undefined;
}

/** The morning's prices by product and grade: yesterday's beside, typed in the unit the village trades in, published as a sheet. */
export default function PricesScreen(): ReactElement | null {
  const t = useText('product');
  const contract = useText('contract');
  const { state, may } = useSession();
  const today = startOfDay(state.businessDate);
  const products = useQueryOp('product.list', {});
  const before = useQueryOp('price.board', { at: today - 1 });
  const now = useQueryOp('price.board', {});
  const publish = useCommandOp('price.publish');
  const table = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [when, setWhen] = useState<When>({ later: false, time: '' });
  const [note, setNote] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [published, setPublished] = useState<{ readonly number: string; readonly count: number } | null>(null);
  const [premiumsOpen, setPremiumsOpen] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [boardOpen, setBoardOpen] = useState(false);
  const lines = useMemo(
    () => (products.data?.ok === true && before.data?.ok === true && now.data?.ok === true ? sheetLines(products.data.data.rows, before.data.data.rows, now.data.data.rows, now.data.data.next) : []),
    [products.data, before.data, now.data],
  );
  const move = (step: 1 | -1): KeyHandler => () => (moveIn(table.current, step) ? undefined : false);
  useKeyboardScope({ Enter: move(1), ArrowDown: move(1), ArrowUp: move(-1) });
  if (products.data === undefined || before.data === undefined || now.data === undefined) return null;
  const failed = [products.data, before.data, now.data].find((answer) => !answer.ok);
  if (failed !== undefined && !failed.ok) return <Page title={t('screens.prices')}><RefusalNotice failure={failed} op="price.board" /></Page>;
  const changes = changedLines(lines, typed);
  const unreadable = lines.some((line) => typedPrice(typed[line.key] ?? '', line.product.tradedUnit).trouble !== null);
  const effectiveFrom = when.later ? momentOfTime(today, when.time) : undefined;
  const send = async (): Promise<void> => {
    if (changes.length === 0 || unreadable || effectiveFrom === null || publish.sending) return;
    const rows = changes.map((line) => ({ productId: line.product.id, grade: line.grade.id, priceE4: line.next }));
    const reply = await publish.send({ rows, note: note.trim() === '' ? null : note.trim(), ...(effectiveFrom === undefined ? {} : { effectiveFrom }) });
    if (!reply.ok) return setFailure(reply);
    setPublished({ number: reply.data.number, count: rows.length });
    setFailure(null);
    setTyped({});
    setNote('');
  };
  const mayWrite = may('price.write');
  return (
    <Page
      fill title={t('screens.prices')} note={<DateWithWeekday date={state.businessDate} />}
      actions={<>{mayWrite ? <ActionButton shortcut="F4" disabled={lines.length === 0} onPress={() => setPremiumsOpen(true)}>{contract('premium.open')}</ActionButton> : null}<ActionButton icon="printer" shortcut="F8" disabled={!lines.some((line) => line.now !== null)} onPress={() => setBoardOpen(true)}>{t('board.open')}</ActionButton></>}
    >
      {published === null ? null : <Notice tone="good" title={t('publish.done', published)} />}
      {said === null ? null : <Notice tone="good" title={said} />}
      {failure === null ? null : <RefusalNotice failure={failure} op="price.publish" />}
      {lines.length === 0 ? <EmptyState icon="prices" title={t('prices.empty')} text={t('prices.emptyText')} action={{ label: t('screens.products'), onPress: () => navigate('/products') }} /> : (
        <PriceTable ref={table} lines={lines} typed={typed} readOnly={!mayWrite} onType={(key, text) => { setPublished(null); setTyped({ ...typed, [key]: text }); }} />
      )}
      {!mayWrite || lines.length === 0 ? null : (
        <PublishBar changed={changes.length} blocked={unreadable} when={when} timeHolds={effectiveFrom !== null} note={note} sending={publish.sending} onWhen={setWhen} onNote={setNote} onPublish={() => void send()} onClear={() => setTyped({})} />
      )}
      {premiumsOpen && products.data.ok && now.data.ok ? <PremiumDialog products={products.data.data.rows.filter((row) => row.active)} premiums={[...now.data.data.premiums, ...now.data.data.nextPremiums]} onClose={() => setPremiumsOpen(false)} onDone={(words) => { setPremiumsOpen(false); setSaid(words); }} /> : null}
      {boardOpen ? <PriceBoardDialog onClose={() => setBoardOpen(false)} /> : null}
    </Page>
  );
}
