import type { WebContents } from 'electron';
import { mayNavigate } from './page-address.ts';

/** The chords that reload a page in a browser. F5 alone belongs to the desk ("by hand") and reaches the page. */
function isReloadChord(input: { key: string; control: boolean; meta: boolean }): boolean {
  return (input.control || input.meta) && (input.key.toLowerCase() === 'r' || input.key === 'F5');
}

/** Holds a page in its place: no way out, no new window, no embedded page, no reload by keyboard, no zoom by fingers. */
export function restrictContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  const guard = (event: { preventDefault(): void }, to: string): void => {
    if (!mayNavigate(contents.getURL(), to)) event.preventDefault();
  };
  contents.on('will-navigate', (event, to) => guard(event, to));
  contents.on('will-redirect', (event, to) => guard(event, to));
  contents.on('will-frame-navigate', (event) => guard(event, event.url));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('before-input-event', (event, input) => {
    if (isReloadChord(input)) event.preventDefault();
  });
  contents.on('did-finish-load', () => void contents.setVisualZoomLevelLimits(1, 1));
}
