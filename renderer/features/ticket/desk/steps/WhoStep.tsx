import { useCallback, useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import type { MemberRow } from '../../../../../electron/contract/member.ts';
import { call } from '../../../../api/station.ts';
import { useQueryOp } from '../../../../api/use-operation.ts';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { SearchField } from '../../../../ui/fields/TextField.tsx';
import { useKeyboardScope } from '../../../../ui/keyboard/use-keyboard-scope.ts';
import { useText } from '../../../../ui/language/use-text.ts';
import { RefusalNotice } from '../../../../ui/notices/RefusalNotice.tsx';
import styles from '../desk.module.css';
import type { DeskView } from '../desk-model.ts';

const shownResults = 4;

export interface WhoStepProps {
  readonly desk: DeskView;
  /** What stands above the search: the ticket just posted, or a draft taken up again. */
  readonly notice: ReactNode;
  readonly waiting: number;
  readonly onChoose: (member: MemberRow) => void;
  readonly onNewSeller: (text: string) => void;
  readonly onOwners: () => void;
  readonly onQueue: () => void;
  /** Numbers drawn on arrival. */
  readonly arrival: { readonly waiting: number; readonly onNext: () => void; readonly onNumber: () => void; readonly onNumbers: () => void };
  /** What may still be done for the ticket just posted. */
  readonly after: { readonly onPrintAgain: () => void; readonly onPay: (() => void) | null } | null;
}

/** One found member; 张三 of group three must not be taken for 张三 of group five, so the group and the phone's tail stand beside the name. */
function Found({ member, selected, onPick }: { readonly member: MemberRow; readonly selected: boolean; readonly onPick: () => void }): ReactElement {
  const t = useText('ticket');
  return (
    <div role="option" aria-selected={selected} tabIndex={-1} className={styles['result']} onMouseDown={(event) => event.preventDefault()} onClick={onPick}>
      <span className={styles['code']}>{member.code}</span>
      <span className={styles['resultName']}>{member.name}{member.nickname === null ? null : <span className={styles['soft']}> {member.nickname}</span>}</span>
      <span className={styles['soft']}>{[member.houseGroup, member.phoneMasked].filter((part) => part !== null).join('  ')}</span>
      <span className={styles['tag']} data-tone={member.kind === 'member' ? 'good' : undefined}>{t(member.kind === 'member' ? 'desk.kind.member' : 'desk.kind.nonMember')}</span>
    </div>
  );
}

/** What may still be done for the ticket just posted. */
function AfterPosting({ after }: { readonly after: NonNullable<WhoStepProps['after']> }): ReactElement {
  const t = useText('ticket');
  return (
    <>
      <ActionButton keyLabel="F8" onPress={after.onPrintAgain}>{t('desk.posted.again')}</ActionButton>
      {after.onPay === null ? null : <ActionButton keyLabel="F10" onPress={after.onPay}>{t('desk.posted.pay')}</ActionButton>}
    </>
  );
}

/** Who brings the goods: one box for code, initials, name or the phone's tail. */
export function WhoStep(props: WhoStepProps): ReactElement {
  const t = useText('ticket');
  const yard = useText('yard');
  const { desk, onChoose, onNewSeller } = props;
  const [text, setText] = useState('');
  const [mark, setMark] = useState(0);
  const [awaited, setAwaited] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const asked = text.trim();
  const search = useQueryOp('member.search', { text: asked, limit: shownResults }, { enabled: asked !== '', keepPrevious: true });
  const rows = asked !== '' && search.data?.ok === true ? search.data.data.rows.filter((row) => row.status === 'active') : [];
  const fresh = asked !== '' && !search.isPlaceholderData && !search.isFetching;
  const marked = rows[Math.min(mark, rows.length - 1)];
  useEffect(() => input.current?.focus(), []);

  // Whoever types fast presses Enter before the answer is there: the choice then waits for the answer to this very text.
  const chooseFirst = useCallback(async (): Promise<void> => {
    setAwaited(true);
    const reply = await call('member.search', { text: asked, limit: shownResults });
    setAwaited(false);
    const found = reply.ok ? reply.data.rows.filter((row) => row.status === 'active') : [];
    if (found.length === 1 && found[0] !== undefined) onChoose(found[0]);
    else if (found.length === 0 && reply.ok) onNewSeller(asked);
  }, [asked, onChoose, onNewSeller]);

  const enter = (): void => {
    if (asked === '') {
      if (desk.state.owners.length > 0) desk.dispatch({ type: 'advanced' });
    } else if (!fresh) {
      if (!awaited) void chooseFirst();
    } else if (marked === undefined) onNewSeller(asked);
    else onChoose(marked);
  };
  const moveMark = (by: 1 | -1): void | false => {
    if (rows.length < 2) return by === 1 ? undefined : false;
    setMark((Math.min(mark, rows.length - 1) + by + rows.length) % rows.length);
    return undefined;
  };
  useKeyboardScope({
    F5: props.arrival.onNumber, F6: props.arrival.onNumbers,
    Enter: enter, Add: () => (asked === '' && props.arrival.waiting > 0 ? props.arrival.onNext() : moveMark(1)), ArrowDown: () => moveMark(1), ArrowUp: () => moveMark(-1),
    Subtract: () => (mark > 0 ? moveMark(-1) : false), Multiply: () => onNewSeller(asked), F4: props.onOwners,
    Escape: () => { if (text === '') return false; setText(''); return undefined; },
  }, 'part');
  return (
    <>
      <div className={styles['main']}>
        {asked === '' ? props.notice : null}
        <SearchField
          label={t('desk.who.search')} value={text} inputRef={input} autoFocus placeholder={t('desk.who.placeholder')} keyLabel="F2"
          hint={t(rows.length > 1 ? 'desk.who.several' : 'desk.who.hint')} onChange={(value) => { setText(value); setMark(0); }}
        />
        {search.data?.ok === false ? <RefusalNotice failure={search.data} op="member.search" /> : null}
        <div className={styles['results']} role="listbox" aria-label={t('desk.who.found')}>
          {rows.map((row, index) => <Found key={row.id} member={row} selected={index === Math.min(mark, rows.length - 1)} onPick={() => onChoose(row)} />)}
        </div>
        {fresh && rows.length === 0 ? <p className={styles['said']} data-tone="wait">{t('desk.who.none', { text: asked })}</p> : null}
      </div>
      <div className={styles['actions']} {...(asked === '' ? { 'data-four': '' } : { 'data-row': '' })}>
        <ActionButton kind="main" wide={asked === ''} keyLabel="Enter ↵" icon="next" disabled={asked === '' && desk.state.owners.length === 0} onPress={enter}>
          {t(fresh && rows.length === 0 ? 'desk.who.addThis' : 'desk.who.take')}
        </ActionButton>
        <ActionButton keyLabel="*" onPress={() => onNewSeller(asked)}>{t('desk.who.newSeller')}</ActionButton>
        <ActionButton keyLabel="/ F7" onPress={props.onQueue}>{t('desk.queue.open', { count: props.waiting })}</ActionButton>
        {asked === '' ? <ActionButton keyLabel="F5" onPress={props.arrival.onNumber}>{yard('desk.number')}</ActionButton> : null}
        {asked === '' && props.arrival.waiting > 0 ? <ActionButton keyLabel="+" onPress={props.arrival.onNext}>{yard('desk.next', { count: props.arrival.waiting })}</ActionButton> : null}
        {asked === '' && desk.state.owners.length > 0 ? <ActionButton keyLabel="F4" onPress={props.onOwners}>{t('desk.who.share')}</ActionButton> : null}
        {asked === '' && props.after !== null && desk.state.owners.length === 0 ? <AfterPosting after={props.after} /> : null}
      </div>
    </>
  );
}
