import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useKeyboardScope } from '../../ui/keyboard/use-keyboard-scope.ts';
import { useText } from '../../ui/language/use-text.ts';
import { PaletteView } from '../../ui/palette/PaletteView.tsx';
import type { Finding } from '../area.ts';
import { navigate } from '../navigation.ts';
import { findEverywhere, screens } from '../routes.tsx';
import { useSession } from '../session.ts';

const askAfterMs = 120;

/** Ctrl K: screens at once, then members, tickets and whatever the areas find. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useText('app');
  const { may } = useSession();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly Finding[]>([]);
  const [at, setAt] = useState(0);
  const asked = useRef(0);
  const wanted = text.trim();
  const places = screens.filter((screen) => !screen.path.includes(':') && may(screen.permission))
    .map((screen): Finding => ({ key: screen.path, title: screen.title(t), detail: t(`section.${screen.section}`), icon: screen.icon, path: screen.path }))
    .filter((place) => `${place.title} ${place.detail ?? ''}`.toLowerCase().includes(wanted.toLowerCase()));
  useEffect(() => {
    const number = ++asked.current;
    if (wanted === '') {
      setFound([]);
      return undefined;
    }
    const timer = setTimeout(() => void findEverywhere(wanted, may).then((results) => {
      if (number === asked.current) setFound(results);
    }), askAfterMs);
    return () => clearTimeout(timer);
  }, [wanted, may]);
  const all = [...found, ...places];
  const open = (finding: Finding | undefined): void => {
    if (finding === undefined) return;
    onClose();
    navigate(finding.path);
  };
  const step = (by: 1 | -1): void => setAt((before) => Math.max(0, Math.min(all.length - 1, before + by)));
  useKeyboardScope({ ArrowDown: () => step(1), ArrowUp: () => step(-1), Enter: () => open(all[at]), Escape: onClose }, 'dialog');
  return (
    <PaletteView
      text={text} onText={(next) => { setText(next); setAt(0); }} results={all} at={Math.min(at, Math.max(0, all.length - 1))}
      onPick={(key) => open(all.find((finding) => finding.key === key))} onClose={onClose}
    />
  );
}
