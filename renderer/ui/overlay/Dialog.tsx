import { ConfigProvider } from 'antd';
import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { ActionButton } from '../actions/ActionButton.tsx';
import { DialogScope } from '../keyboard/dialog-scope.ts';
import { useKeyboardScope } from '../keyboard/use-keyboard-scope.ts';
import { useText } from '../language/use-text.ts';
import styles from './overlay.module.css';

export interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
  /** The buttons at the foot; Enter belongs to the main one through its `shortcut`. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
}

function CloseKeys({ onClose }: { readonly onClose: () => void }): null {
  useKeyboardScope({ Subtract: onClose, Escape: onClose }, 'dialog');
  return null;
}

/** A task in front of the screen. It takes the keyboard, keeps the cursor inside, and Esc or `-` steps back. */
export function Dialog({ title, children, onClose, actions, wide = false }: DialogProps): ReactElement {
  const t = useText('app');
  const dialog = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [scope] = useState(() => Symbol(title));
  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    // The browser would put the cursor on the close button; it belongs to what is marked to begin with, else to the first thing to do.
    (body.current?.querySelector<HTMLElement>('[data-begin]') ?? body.current?.querySelector<HTMLElement>('input:not(:disabled), textarea, [tabindex="0"], button'))?.focus();
    return () => element?.close();
  }, []);
  return (
    <DialogScope value={scope}>
      <dialog
        ref={dialog} className={styles['dialog']} data-wide={wide || undefined} aria-label={title}
        onCancel={(event) => { event.preventDefault(); onClose(); }}
      >
        <CloseKeys onClose={onClose} />
        <ConfigProvider getPopupContainer={() => dialog.current ?? document.body}>
          <header className={styles['dialogHead']}>
            <h2>{title}</h2>
            <ActionButton kind="quiet" small icon="close" keyLabel="Esc" label={t('action.close')} onPress={onClose}>{null}</ActionButton>
          </header>
          <div ref={body} className={styles['dialogBody']}>{children}</div>
          {actions === undefined ? null : <footer className={styles['dialogFoot']}>{actions}</footer>}
        </ConfigProvider>
      </dialog>
    </DialogScope>
  );
}
