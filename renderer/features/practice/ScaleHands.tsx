import { useState, type ReactElement } from 'react';
import { navigate } from '../../app/navigation.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { NumPadField } from '../../ui/fields/NumPadField.tsx';
import { useKeyboardScope } from '../../ui/keyboard/use-keyboard-scope.ts';
import { useText } from '../../ui/language/use-text.ts';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { weightText } from '../ticket/desk/desk-words.ts';
import type { PracticeScale, ScaleFault } from './use-practice-scale.ts';
import styles from './practice.module.css';

const faults: readonly ScaleFault[] = ['unstable', 'overload', 'cable_out', 'noise', 'wrong_baud'];
const rules = { decimals: 3, wholeDigits: 3 } as const;

/** The weight that is put on next. Enter puts it on and gives the cursor back to the desk. */
function NextWeight({ practice, onScale, onLeave }: { readonly practice: PracticeScale; readonly onScale: string; readonly onLeave: () => void }): ReactElement {
  const t = useText('practice');
  const app = useText('app');
  const [inside, setInside] = useState(false);
  useKeyboardScope({
    Enter: () => {
      practice.put();
      onLeave();
    },
    Escape: onLeave,
  }, 'part', inside);
  return (
    <div onFocus={() => setInside(true)} onBlur={() => setInside(false)}>
      <NumPadField label={t('scale.next')} value={practice.typed} onChange={practice.type} rules={rules} unit={app('unit.kilogram')} hint={onScale} />
    </div>
  );
}

/** Puts goods on the simulated scale, takes them off, and breaks it in the ways real ones break. */
export function ScaleHands({ practice, onLeave }: { readonly practice: PracticeScale; readonly onLeave: () => void }): ReactElement | null {
  const t = useText('practice');
  const app = useText('app');
  const { may } = useSession();
  const { rows, scale, grams } = practice;
  if (!may('scale.use')) return null;
  if (scale === null) {
    return (
      <div className={styles['part']}>
        <p>{t('scale.none')}</p>
        <ActionButton small onPress={() => navigate('/devices')}>{t('scale.add')}</ActionButton>
      </div>
    );
  }
  return (
    <div className={styles['part']}>
      {rows.length < 2 ? null : (
        <div className={styles['row']} role="group" aria-label={t('scale.which')}>
          {rows.map((row) => <ActionButton key={row.id} small pressed={row.id === scale.id} onPress={() => practice.choose(row.id)}>{row.name}</ActionButton>)}
        </div>
      )}
      <NextWeight practice={practice} onLeave={onLeave} onScale={scale.onGrams > 0 ? t('scale.on', { weight: weightText(scale.onGrams, 'kg', app) }) : t('scale.empty')} />
      <div className={styles['row']}>
        <ActionButton small icon="basket" disabled={grams === null} onPress={practice.put}>{t('scale.put')}</ActionButton>
        <ActionButton small disabled={scale.onGrams === 0} onPress={practice.takeOff}>{t('scale.takeOff')}</ActionButton>
      </div>
      <h3>{t('scale.trouble')}</h3>
      <div className={styles['row']}>
        {faults.map((fault) => {
          const on = scale.faults.includes(fault);
          return <ActionButton key={fault} small pressed={on} onPress={() => practice.setFault(fault, !on)}>{t(`scale.fault.${fault}`)}</ActionButton>;
        })}
      </div>
      {practice.failure === null ? null : <RefusalNotice failure={practice.failure} op="scale.simulate" />}
    </div>
  );
}
