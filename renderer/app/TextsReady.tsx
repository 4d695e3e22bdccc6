import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { loadTexts } from '../ui/language/language.ts';
import { useLanguage } from '../ui/language/use-text.ts';

/** Waits for the texts of all areas, so that no screen ever shows a key. */
export function TextsReady({ children }: { readonly children: ReactNode }): ReactElement | null {
  const language = useLanguage();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let current = true;
    void loadTexts(language).then(() => {
      if (current) setReady(true);
    });
    return () => {
      current = false;
    };
  }, [language]);
  return ready ? <>{children}</> : null;
}
