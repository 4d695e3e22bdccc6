import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { Failure } from '../../../../api/operation-types.ts';
import { useCommandOp } from '../../../../api/use-operation.ts';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { useKeyboardScope } from '../../../../ui/keyboard/use-keyboard-scope.ts';
import { useText } from '../../../../ui/language/use-text.ts';
import { Mark } from '../../../../ui/Mark.tsx';
import { failureWords } from '../../../../ui/notices/failure-text.ts';
import { BigWeight, WeightPart } from '../../../../ui/weigh/BigWeight.tsx';
import { mayTake } from '../../../../ui/weigh/weight-view.ts';
import styles from '../desk.module.css';
import type { DeskView } from '../desk-model.ts';
import { weightText } from '../desk-words.ts';
import { isStillThere } from '../live/same-basket.ts';
import type { LiveScale } from '../live/use-live-weight.ts';
import type { ScaleKeys } from '../live/use-scale-keys.ts';
import { tareGrams } from '../model/desk-preview.ts';
import { mayWait, pendingBasket } from '../model/yard-reducer.ts';
import { YardLine } from '../yard/YardLine.tsx';
import { ScaleKeyButtons } from '../panels/ScaleKeyButtons.tsx';
import { TareWords } from '../panels/TareWords.tsx';

export interface WeighStepProps {
  readonly desk: DeskView;
  readonly live: LiveScale;
  readonly scaleKeys: ScaleKeys;
  readonly mayType: boolean;
  readonly onTare: () => void;
  readonly onTyped: () => void;
  readonly onHold: () => void;
  /** The tare comes later, when the vehicle is back empty. */
  readonly onYard: () => void;
  readonly onBaskets: () => void;
}

/** True from the moment a basket is taken until its weight is gone from the scale, so that nothing is taken twice. */
function useStandingBasket(live: LiveScale): { readonly standing: boolean; readonly takenGrams: number | null; readonly took: (grams: number) => void; readonly lifted: () => void } {
  const [takenGrams, setTakenGrams] = useState<number | null>(null);
  const still = takenGrams !== null && isStillThere(live.view, takenGrams, live.scale?.intervalGrams ?? null);
  useEffect(() => {
    if (takenGrams !== null && !still) setTakenGrams(null);
  }, [still, takenGrams]);
  return { standing: still, takenGrams, took: setTakenGrams, lifted: () => setTakenGrams(null) };
}

/** Why core did not take the weight and what to do, in a line, so that the weight keeps its place. */
function TakeRefused({ failure }: { readonly failure: Failure }): ReactElement {
  const app = useText('app');
  const words = failureWords(failure, 'scale.take', app);
  return <p className={styles['said']} data-tone="danger" role="alert"><Mark tone="danger" /><span>{words.what} {words.todo}</span></p>;
}

/** The weight, as large as the screen allows, and what the numpad does with it. */
export function WeighStep({ desk, live, scaleKeys, mayType, onTare, onTyped, onHold, onYard, onBaskets }: WeighStepProps): ReactElement {
  const t = useText('ticket');
  const app = useText('app');
  const yard = useText('yard');
  const take = useCommandOp('scale.take');
  const [refused, setRefused] = useState<{ readonly failure: Failure; readonly seen: string } | null>(null);
  const [warned, setWarned] = useState(false);
  const basket = useStandingBasket(live);
  const busy = useRef(false);
  const { state, goods, preview, dispatch } = desk;
  const traded = preview.product?.tradedUnit ?? 'kg';
  const tare = tareGrams(state.tare, goods);
  const gross = live.view.kind === 'live' ? live.view.grams : null;
  // What was refused of an overloaded scale says nothing of the scale at rest.
  const seen = live.view.kind === 'live' ? String(live.view.stable) : live.view.kind;
  const ready = mayTake(live.view) && !basket.standing;

  const takeBasket = async (): Promise<void> => {
    if (live.scale === null || busy.current) return;
    setWarned(basket.standing);
    if (basket.standing) return;
    busy.current = true;
    const reply = await take.send({ scaleId: live.scale.scaleId });
    busy.current = false;
    setRefused(reply.ok ? null : { failure: reply, seen });
    if (!reply.ok) return;
    basket.took(reply.data.grams);
    dispatch({ type: 'basketTaken', gross: { kind: 'reading', readingId: reply.data.readingId, grams: reply.data.grams } });
  };
  const undo = (): void => {
    setRefused(null);
    setWarned(false);
    basket.lifted();
    dispatch({ type: 'basketUndone' });
  };
  const advance = (): void => {
    if (state.baskets.length > 0 && pendingBasket(state) < 0) dispatch({ type: 'advanced' });
    else void takeBasket();
  };
  const waits = mayWait(state);
  useKeyboardScope({
    Digit0: () => (waits ? onYard() : undefined), Decimal: onBaskets,
    Enter: advance, Add: () => void takeBasket(), Subtract: undo, Multiply: onTare, F5: () => (mayType ? onTyped() : undefined), F4: () => live.turn(),
  }, 'part');

  const last = preview.baskets.at(-1);
  return (
    <>
      <div className={styles['main']}>
        <BigWeight view={live.view} traded={traded} tools={<ScaleKeyButtons keys={scaleKeys} />} label={live.scale === null || live.scales.length < 2 ? app('weight.gross') : `${app('weight.gross')} · ${live.scale.name} F4`}>
          {live.tareOnScale ? <span className={styles['tag']} data-tone="wait">{t('desk.weigh.tareOnScale')}</span> : null}
          <TareWords tare={state.tare} containers={goods.containers} />
          <WeightPart label={app('weight.tare')} grams={tare} />
          <WeightPart label={app('weight.net')} grams={gross === null ? null : gross - tare} />
        </BigWeight>
        <YardLine desk={desk} />
        {refused !== null && refused.seen === seen ? <TakeRefused failure={refused.failure} />
          : warned && basket.standing ? <p className={styles['said']} data-tone="wait" role="alert"><Mark tone="wait" />{t('desk.weigh.still')}</p>
            : pendingBasket(state) >= 0 ? null : last === undefined ? <p className={styles['said']}>{t(live.scale === null ? 'desk.weigh.noScale' : 'desk.weigh.first')}</p>
              : <p className={styles['said']} data-tone="good" role="status"><Mark tone="good" />{t(basket.standing && last.gross === basket.takenGrams ? 'desk.weigh.tookLift' : 'desk.weigh.took', { number: preview.baskets.length, net: weightText(last.net, traded, app) })}</p>}
      </div>
      <div className={styles['actions']} data-two="">
        <ActionButton kind={state.baskets.length === 0 || ready || pendingBasket(state) >= 0 ? 'main' : 'plain'} wide keyLabel="+" icon="basket" disabled={live.scale === null} onPress={() => void takeBasket()}>{t('desk.weigh.take')}</ActionButton>
        <ActionButton kind={state.baskets.length > 0 && !ready ? 'main' : 'plain'} wide keyLabel="Enter ↵" icon="next" disabled={state.baskets.length === 0 || pendingBasket(state) >= 0} onPress={() => dispatch({ type: 'advanced' })}>{t('desk.weigh.done')}</ActionButton>
        <ActionButton keyLabel="−" onPress={undo}>{t(state.baskets.length === 0 ? 'desk.weigh.back' : 'desk.weigh.undo')}</ActionButton>
        <ActionButton keyLabel="*" onPress={onTare}>{t('desk.weigh.tare')}</ActionButton>
        <ActionButton keyLabel="F5" disabled={!mayType} {...(mayType ? {} : { title: t('desk.weigh.mayNotType') })} onPress={onTyped}>{t('desk.weigh.byHand')}</ActionButton>
        <ActionButton keyLabel="/" onPress={onHold}>{t('desk.hold')}</ActionButton>
        <ActionButton keyLabel="0" disabled={!waits} onPress={onYard}>{yard('desk.wait')}</ActionButton>
        <ActionButton keyLabel="." onPress={onBaskets}>{yard('desk.baskets')}</ActionButton>
      </div>
    </>
  );
}
