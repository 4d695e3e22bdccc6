import { useEffect, useId, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { useKeyboardScope } from '../keyboard/use-keyboard-scope.ts';
import styles from './overlay.module.css';

export interface PopupProps {
  readonly button: ReactNode;
  /** Read out in place of the button's content. */
  readonly label: string;
  readonly buttonClass: string | undefined;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

/** A button that opens a small panel below itself; Esc or a click elsewhere closes it. */
export function Popup({ button, label, buttonClass, children }: PopupProps): ReactElement {
  const id = useId();
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const close = (): void => setOpen(false);
  useKeyboardScope({ Escape: close }, 'dialog', open);
  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: PointerEvent): void => {
      if (event.target instanceof Node && place.current?.contains(event.target) !== true) setOpen(false);
    };
    window.addEventListener('pointerdown', outside, true);
    return () => window.removeEventListener('pointerdown', outside, true);
  }, [open]);
  return (
    <div ref={place} className={styles['popupPlace']}>
      <button type="button" className={buttonClass} aria-expanded={open} aria-controls={id} aria-label={label} onClick={() => setOpen(!open)}>{button}</button>
      {open ? (
        <div id={id} className={styles['popup']} role="dialog" aria-label={label}>
          {typeof children === 'function' ? children(close) : children}
        </div>
      ) : null}
    </div>
  );
}
