import { useRef, useState, type FocusEvent, type ReactElement } from 'react';
import { ActionButton, keyLabelOf } from '../../ui/actions/ActionButton.tsx';
import { Keycap } from '../../ui/actions/Keycap.tsx';
import { useKeyboardScope } from '../../ui/keyboard/use-keyboard-scope.ts';
import { useText } from '../../ui/language/use-text.ts';
import { weightText } from '../ticket/desk/desk-words.ts';
import { PrinterTrouble } from './PrinterTrouble.tsx';
import { ScaleHands } from './ScaleHands.tsx';
import { usePracticeScale } from './use-practice-scale.ts';
import styles from './practice.module.css';

/** What a class has instead of hardware: a key that puts a basket on the scale and takes it off, and a bench with weights, faults and the printed paper. What is done there gives the cursor back to the screen. */
export default function PracticeBench(): ReactElement {
  const t = useText('practice');
  const app = useText('app');
  const [open, setOpen] = useState(false);
  const [side, setSide] = useState<'left' | 'right'>('left');
  const practice = usePracticeScale();
  const before = useRef<HTMLElement | null>(null);
  const bench = useRef<HTMLElement>(null);
  const remember = ({ relatedTarget, currentTarget }: FocusEvent<HTMLElement>): void => {
    if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) before.current = relatedTarget instanceof HTMLElement ? relatedTarget : null;
  };
  const leave = (): void => {
    if (before.current?.isConnected === true) before.current.focus();
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  const toggle = (): void => setOpen((was) => !was);
  /** Escape belongs to the bench only while a hand is on it; else it is the screen's. */
  const closeFromWithin = (): false | undefined => {
    const focused = document.activeElement;
    if (focused === null || bench.current?.contains(focused) !== true || focused.closest('dialog') !== null) return false;
    leave();
    setOpen(false);
    return undefined;
  };
  const { scale, grams } = practice;
  useKeyboardScope({ 'Ctrl+L': toggle, ...(scale === null ? {} : { 'Ctrl+B': practice.turn }) }, 'always');
  useKeyboardScope({ Escape: closeFromWithin }, 'always', open);
  const isLoaded = scale !== null && scale.onGrams > 0;
  return (
    <div className={styles['strip']}>
      {scale === null ? null : (
        <button type="button" className={styles['stripButton']} aria-keyshortcuts="Control+B" disabled={!isLoaded && grams === null} onMouseDown={(event) => event.preventDefault()} onClick={practice.turn}>
          {isLoaded ? t('scale.takeOff') : t('strip.put', { weight: grams === null ? '' : weightText(grams, 'kg', app) })} <Keycap label={keyLabelOf('Ctrl+B')} />
        </button>
      )}
      <button type="button" className={styles['stripButton']} aria-keyshortcuts="Control+L" aria-expanded={open} onMouseDown={(event) => event.preventDefault()} onClick={toggle}>
        {t('title')} <Keycap label={keyLabelOf('Ctrl+L')} />
      </button>
      {open ? (
        <section ref={bench} className={styles['bench']} data-side={side} aria-label={t('title')} onFocus={remember}>
          <header className={styles['head']}>
            <h2>{t('title')}</h2>
            <ActionButton kind="quiet" small onPress={() => setSide(side === 'left' ? 'right' : 'left')}>{t(side === 'left' ? 'toRight' : 'toLeft')}</ActionButton>
            <ActionButton kind="quiet" small icon="close" label={app('action.close')} onPress={() => setOpen(false)}>{null}</ActionButton>
          </header>
          <ScaleHands practice={practice} onLeave={leave} />
          <PrinterTrouble onLeave={leave} />
        </section>
      ) : null}
    </div>
  );
}
