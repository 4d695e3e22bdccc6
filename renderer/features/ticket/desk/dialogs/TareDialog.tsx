import { useState, type ReactElement } from 'react';
import type { Failure } from '../../../../api/operation-types.ts';
import { useCommandOp } from '../../../../api/use-operation.ts';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { ChoiceList, type Choice } from '../../../../ui/actions/ChoiceList.tsx';
import { NumPadField } from '../../../../ui/fields/NumPadField.tsx';
import { useLanguage, useText } from '../../../../ui/language/use-text.ts';
import { RefusalNotice } from '../../../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../../../ui/overlay/Dialog.tsx';
import { BigWeight } from '../../../../ui/weigh/BigWeight.tsx';
import { mayTake } from '../../../../ui/weigh/weight-view.ts';
import styles from '../desk.module.css';
import type { DeskView } from '../desk-model.ts';
import { nameIn, weightText } from '../desk-words.ts';
import type { LiveScale } from '../live/use-live-weight.ts';
import type { TareScope } from '../model/desk-reducer.ts';
import type { Tare } from '../model/desk-state.ts';
import { kilogramRules, tareGrams, typedGrams } from '../model/desk-preview.ts';
import { pendingBasket } from '../model/yard-reducer.ts';
import { useTypedReasons } from './typed-reasons.ts';

interface PartProps {
  readonly desk: DeskView;
  readonly onTare: (tare: Tare) => void;
}

/** How many of the container: one is the usual answer, so Enter alone will do. */
function CountPart({ desk, live, containerId, onTare }: PartProps & { readonly live: LiveScale; readonly containerId: string }): ReactElement {
  const t = useText('ticket');
  const app = useText('app');
  const language = useLanguage();
  const [typed, setTyped] = useState('1');
  const container = desk.goods.containers.find((candidate) => candidate.id === containerId);
  const count = /^\d{1,3}$/u.test(typed) ? Number(typed) : 0;
  const gross = live.view.kind === 'live' ? live.view.grams : null;
  const good = container !== undefined && count >= 1 && count <= 200;
  const finish = (): void => { if (good) onTare({ kind: 'container', containerId, count }); };
  return (
    <div className={styles['form']}>
      <NumPadField
        label={t('desk.tare.count', { name: container === undefined ? '' : nameIn(container, language) })} value={typed} onChange={setTyped} rules={{ decimals: 0, wholeDigits: 3 }} large autoFocus
        hint={container === undefined ? '' : [t('desk.tare.together', { weight: weightText(container.tareGrams * count, 'kg', app) }), ...(gross === null || gross <= container.tareGrams * count ? [] : [t('desk.tare.leaves', { net: weightText(gross - container.tareGrams * count, 'kg', app) })])].join(' · ')} refusal={good || typed === '' ? null : t('desk.tare.countWrong')}
      />
      <ActionButton kind="main" wide layer="dialog" shortcut="Enter" disabled={!good} onPress={finish}>{t('desk.tare.take')}</ActionButton>
    </div>
  );
}

/** The empty container stands on the scale. */
function WeighedPart({ live, onTare }: PartProps & { readonly live: LiveScale }): ReactElement {
  const t = useText('ticket');
  const take = useCommandOp('scale.take');
  const [failure, setFailure] = useState<Failure | null>(null);
  const weigh = async (): Promise<void> => {
    if (live.scale === null || take.sending) return;
    const reply = await take.send({ scaleId: live.scale.scaleId, use: 'tare' });
    setFailure(reply.ok ? null : reply);
    if (reply.ok) onTare({ kind: 'reading', readingId: reply.data.readingId, grams: reply.data.grams });
  };
  return (
    <div className={styles['form']}>
      <BigWeight view={live.view} label={t('desk.tare.weighedLabel')} />
      {failure === null ? null : <RefusalNotice failure={failure} op="scale.take" saved={t('desk.weigh.safe')} />}
      <ActionButton kind="main" wide layer="dialog" shortcut="Enter" disabled={!mayTake(live.view)} onPress={() => void weigh()}>{t('desk.tare.takeWeighed')}</ActionButton>
    </div>
  );
}

/** A tare by hand is marked like a weight by hand, with its reason. */
function TypedPart({ onTare }: PartProps): ReactElement {
  const t = useText('ticket');
  const app = useText('app');
  const reasons = useTypedReasons();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const grams = typed === '' ? null : typedGrams(typed);
  const next = (): void => {
    if (!asking) setAsking(grams !== null);
    else if (grams !== null && reason !== null) onTare({ kind: 'typed', grams, reason });
  };
  return (
    <div className={styles['form']}>
      {asking && grams !== null ? (
        <>
          <p className={styles['said']}>{t('desk.tare.typedIs', { weight: weightText(grams, 'kg', app) })}</p>
          <ChoiceList label={t('desk.typed.why')} layer="dialog" chosen={reason} onChoose={setReason} choices={reasons.map((each) => ({ value: each, label: each }))} />
        </>
      ) : <NumPadField label={t('desk.tare.typedLabel')} value={typed} onChange={setTyped} rules={kilogramRules} unit={app('unit.kilogram')} large autoFocus hint={t('desk.typed.marked')} />}
      <ActionButton kind="main" wide layer="dialog" shortcut="Enter" disabled={asking ? reason === null : grams === null} onPress={next}>{t(asking ? 'desk.tare.take' : 'desk.next')}</ActionButton>
    </div>
  );
}

export interface TareDialogProps {
  readonly desk: DeskView;
  readonly live: LiveScale;
  readonly mayType: boolean;
  readonly onDone: (tare: Tare, scope: TareScope) => void;
  readonly onClose: () => void;
}

/** Which baskets it is for is only asked where there are some already; the tare of a vehicle in the yard comes from its second weighing. */
function scopesOf(tare: Tare, desk: DeskView): readonly TareScope[] {
  if (desk.state.baskets.length === 0 || pendingBasket(desk.state) >= 0) return ['next'];
  return tare.kind === 'reading' ? ['last', 'next'] : ['next', 'last', 'all'];
}

/** The tare: container × count, the empty container weighed, by hand, or none. */
export function TareDialog({ desk, live, mayType, onDone, onClose }: TareDialogProps): ReactElement {
  const t = useText('ticket');
  const app = useText('app');
  const language = useLanguage();
  const [way, setWay] = useState<string | null>(null);
  const [marked, setMarked] = useState<string | null>(desk.state.tare.kind === 'container' ? desk.state.tare.containerId : null);
  const [tare, setTare] = useState<Tare | null>(null);
  const [scope, setScope] = useState<TareScope | null>(null);
  const ways: readonly Choice<string>[] = [
    ...desk.goods.containers.filter((container) => container.active).map((container) => ({ value: container.id, label: nameIn(container, language), detail: weightText(container.tareGrams, 'kg', app) })),
    { value: 'weighed', label: t('desk.tare.weighed'), disabled: live.scale === null },
    { value: 'typed', label: t('desk.tare.typed'), disabled: !mayType, ...(mayType ? {} : { detail: t('desk.weigh.mayNotType') }) },
    { value: 'none', label: t('desk.tare.none') },
  ];
  const found = (next: Tare): void => {
    const [only, ...more] = scopesOf(next, desk);
    if (only !== undefined && more.length === 0) onDone(next, only);
    else {
      setScope(only ?? null);
      setTare(next);
    }
  };
  const choose = (value: string): void => {
    setMarked(value);
    if (value === 'none') found({ kind: 'none' });
    else setWay(value);
  };
  const words: Readonly<Record<TareScope, string>> = {
    next: t('desk.tare.forNext'), last: t('desk.tare.forLast', { number: desk.state.baskets.length }), all: t('desk.tare.forAll', { count: desk.state.baskets.length }),
  };
  return (
    <Dialog key={tare === null ? way ?? 'ways' : 'scope'} title={t('desk.tare.title')} onClose={tare !== null || way === null ? onClose : () => setWay(null)}>
      {tare !== null ? (
        <div className={styles['form']}>
          <p className={styles['said']}>{t('desk.tare.is', { weight: weightText(tareGrams(tare, desk.goods), 'kg', app) })}</p>
          <ChoiceList label={t('desk.tare.forWhich')} layer="dialog" chosen={scope} onChoose={setScope} choices={scopesOf(tare, desk).map((value) => ({ value, label: words[value] }))} />
          <ActionButton kind="main" wide layer="dialog" shortcut="Enter" disabled={scope === null} onPress={() => { if (scope !== null) onDone(tare, scope); }}>{t('desk.tare.take')}</ActionButton>
        </div>
      ) : way === 'weighed' ? <WeighedPart desk={desk} live={live} onTare={found} />
        : way === 'typed' ? <TypedPart desk={desk} onTare={found} />
          : way !== null ? <CountPart desk={desk} live={live} containerId={way} onTare={found} />
            : (
              <div className={styles['form']}>
                <ChoiceList label={t('desk.tare.how')} layer="dialog" across chosen={marked} onChoose={choose} choices={ways} />
                <ActionButton kind="main" wide layer="dialog" shortcut="Enter" disabled={marked === null} onPress={() => { if (marked !== null) choose(marked); }}>{t('desk.next')}</ActionButton>
              </div>
            )}
    </Dialog>
  );
}
