import { useEffect, useRef, type ReactElement } from 'react';
import type { OutputOf } from '../../api/operation-types.ts';
import { PaperPreview } from '../../ui/paper/PaperPreview.tsx';
import styles from './sheet.module.css';

type Drawn = Pick<OutputOf<'sheet.preview'>, 'body' | 'style' | 'size' | 'title'>;

const widths = { A4: 210, 'A4 landscape': 297, A5: 148 } as const;
/** Screen pixels of a millimetre at life size. */
const pixelsPerMm = 96 / 25.4;
/** So much room a dialog has. */
const roomPixels = 760;

/** The style of a page as it is right inside another page: its body is the element that holds it, and its font is the window's. */
const insideWindow = (style: string): string => style.replaceAll('body {', ':host {').replaceAll('position: fixed', 'position: absolute').replaceAll('"Station Paper",', '"Noto Sans SC",');

/** A sheet as it will be drawn, from the same text. It stands in a tree of its own, so that neither its rules nor the window's reach the other. */
export function SheetPaper({ drawn }: { readonly drawn: Drawn }): ReactElement {
  const holder = useRef<HTMLDivElement>(null);
  const { body, style, size, title } = drawn;
  useEffect(() => {
    const element = holder.current;
    if (element === null) return;
    const tree = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const rules = new CSSStyleSheet();
    rules.replaceSync(insideWindow(style));
    tree.adoptedStyleSheets = [rules];
    const page = new DOMParser().parseFromString(body, 'text/html').body;
    tree.replaceChildren(...page.childNodes);
  }, [body, style]);
  const widthMm = widths[size];
  const scale = Math.min(pixelsPerMm, roomPixels / widthMm);
  return (
    <div tabIndex={0} role="group" aria-label={title}>
      <PaperPreview widthMm={widthMm} scale={scale}><div className={styles['page']} style={{ zoom: scale / pixelsPerMm }} data-size={size}><div ref={holder} /></div></PaperPreview>
    </div>
  );
}
