import { useEffect, useRef, type ReactElement } from 'react';
import { useText } from '../language/use-text.ts';
import styles from './PinPad.module.css';

export interface PinPadProps {
  readonly label: string;
  readonly pin: string;
  readonly onChange: (pin: string) => void;
  readonly onSubmit: () => void;
  readonly busy?: boolean;
  readonly small?: boolean;
}

const longestPin = 8;
const keys = ['7', '8', '9', '4', '5', '6', '1', '2', '3'] as const;

/**
 * A PIN in large keys, laid out like the numpad beside them. The field is a real password field: typing, pasting and password managers
 * work, and Enter goes on.
 */
export function PinPad({ label, pin, onChange, onSubmit, busy = false, small = false }: PinPadProps): ReactElement {
  const t = useText('app');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const put = (next: string): void => {
    onChange(next.normalize('NFKC').replace(/\D/gu, '').slice(0, longestPin));
    field.current?.focus();
  };
  return (
    <form
      className={small ? styles['small'] : styles['pad']}
      onSubmit={(event) => {
        event.preventDefault();
        if (pin !== '' && !busy) onSubmit();
      }}
    >
      <label className={styles['field']}>
        <span className={styles['label']}>{label}</span>
        <input
          ref={field} className={styles['input']} type="password" inputMode="numeric" autoComplete="current-password" data-keys="number" data-begin
          value={pin} onChange={(event) => put(event.target.value)} aria-busy={busy}
        />
        <span className={styles['dots']} aria-hidden="true">
          {Array.from({ length: Math.max(4, pin.length) }, (_, index) => <i key={index} data-filled={index < pin.length || undefined} />)}
        </span>
      </label>
      <div className={styles['keys']}>
        {keys.map((key) => (
          <button key={key} type="button" tabIndex={-1} className={styles['key']} onMouseDown={(event) => event.preventDefault()} onClick={() => put(pin + key)}>{key}</button>
        ))}
        <button type="button" tabIndex={-1} className={styles['word']} onMouseDown={(event) => event.preventDefault()} onClick={() => put(pin.slice(0, -1))}>{t('pin.back')}</button>
        <button type="button" tabIndex={-1} className={styles['key']} onMouseDown={(event) => event.preventDefault()} onClick={() => put(`${pin}0`)}>0</button>
        <button type="submit" className={styles['go']} disabled={pin === '' || busy}>{t('pin.go')}</button>
      </div>
    </form>
  );
}
