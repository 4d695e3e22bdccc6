import type { SheetLanguage } from '../../../contract/sheet.ts';
import type { PageOptions } from '../html-page.ts';

/** Half a page needs smaller print and narrower margins. */
const small = `
.box { height: 17mm; }
@page { margin: 9mm 10mm 13mm; }
body { font-size: 9pt; }
table { font-size: 8.5pt; }
h1 { font-size: 15pt; }
.watermark, .copyword { font-size: 30pt; }

.boxes { margin-top: 3mm; }
.facts { margin: 2mm 0 1.5mm; }
.foot { margin-top: 2mm; }
.foot svg { width: 27mm; height: 27mm; }
.capital { font-size: 11pt; }
`;

/** With two languages the English stands below in heads and smaller beside the Chinese elsewhere. */
const both = `
.watermark { font-size: 40pt; }
.en { font-size: 0.8em; font-weight: 400; color: #333; }
th .en, h1 .en, .figures .name .en, .box .name .en { display: block; }
h1 .en { font-size: 0.5em; letter-spacing: 0; }
`;

/** Rules of the sheets after those of every page. */
export function sheetStyle(size: PageOptions['size'], language: SheetLanguage): string {
  return `
body { overflow-wrap: anywhere; line-height: 1.35; }
.name { color: #333; }
.facts b { font-weight: 700; }
.copyline { min-height: 5.5mm; text-align: center; font-size: 9.5pt; }
.copyword { position: fixed; top: 62%; left: 0; right: 0; text-align: center; font-size: 54pt; font-weight: 700; color: rgba(0, 0, 0, 0.1); transform: rotate(-28deg); }
section { margin-top: 3.5mm; }
h2 { break-after: avoid; margin: 0 0 1.2mm; }
th { word-break: keep-all; overflow-wrap: break-word; }
td:not(.number):not(.whole) { min-width: 13mm; }
.boxes, .foot { break-before: avoid; }
.box { padding: 1mm 1.5mm; height: 22mm; }
.figures { display: grid; grid-template-columns: repeat(4, 1fr); border: 0.25mm solid #444; border-right: 0; border-bottom: 0; break-inside: avoid; }
.figures > div { border-right: 0.25mm solid #444; border-bottom: 0.25mm solid #444; padding: 1mm 1.6mm; }
.figures .name { display: block; font-size: 8.5pt; }
.figures b { font-size: 11.5pt; font-variant-numeric: tabular-nums; }
.page + .page { break-before: page; }
.capital { font-size: 12.5pt; }
.blank { height: 6.5mm; min-width: 22mm; }
.foot { display: flex; gap: 3mm; align-items: center; margin-top: 3mm; font-size: 8pt; color: #333; break-inside: avoid; }
.foot svg { flex: none; width: 30mm; height: 30mm; }
.foot p { margin: 0 0 0.6mm; }
.foot code { font: inherit; font-variant-numeric: tabular-nums; }
.good { font-weight: 700; }
.tight { margin: 1mm 0; }
.gap { height: 2.5mm; }
.board table { font-size: 20pt; }
.board .small { font-size: 13pt; }
.board .en { font-size: 0.6em; }
.sign { min-width: 32mm; height: 7mm; }
ul { margin: 0; padding-left: 5mm; }
${language === 'both' ? both : ''}${size === 'A5' ? small : ''}`;
}
