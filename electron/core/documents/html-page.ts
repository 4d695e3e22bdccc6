import { codePointName } from './code-point-box.ts';
import type { FontCoverage } from './font-coverage.ts';
import { fontFiles } from './font-files.ts';
import type { PaperLocale } from './paper-text.ts';
import { SubstitutionList, type Substitution } from './substitution.ts';

/** Text for HTML: nothing in it can become a tag, an attribute or an entity, and control characters are gone. */
export function html(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\u{fffe}\u{ffff}]/gu, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

export interface PageOptions {
  readonly locale: PaperLocale;
  readonly title: string;
  /** Address under which the shell that prints the page loads the fonts, ending in `/`; the files are those of `resources/fonts`. */
  readonly fontBase: string;
  readonly size: 'A4' | 'A4 landscape' | 'A5';
  /** Drawn large and pale across every page. */
  readonly watermark: string | null;
  /** Rules of this kind of page, after those of every page. */
  readonly style?: string;
}

/** A whole page to be printed as PDF: no script, no outside address but the fonts, black on white. */
export function htmlPage(options: PageOptions, body: string): string {
  const watermark = options.watermark === null ? '' : `<div class="watermark" aria-hidden="true">${html(options.watermark)}</div>`;
  return `<!doctype html>
<html lang="${options.locale === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src ${fontSource(options.fontBase)}; img-src data:">
<title>${html(options.title)}</title>
<style>${pageStyle(options)}${options.style ?? ''}</style>
</head>
<body>${watermark}${body}</body>
</html>`;
}

function fontSource(fontBase: string): string {
  return `${new URL(fontBase).protocol} 'self'`;
}

function pageStyle(options: PageOptions): string {
  const base = html(options.fontBase);
  return `
@font-face { font-family: "Station Paper"; font-weight: 400; src: url("${base}${fontFiles.regular.file}"); }
@font-face { font-family: "Station Paper"; font-weight: 700; src: url("${base}${fontFiles.bold.file}"); }
${fontFiles.rare.map(({ file, family }) => `@font-face { font-family: "${family}"; src: url("${base}${file}"); }`).join('\n')}
@page { size: ${options.size}; margin: 14mm 14mm 16mm; }
* { box-sizing: border-box; }
body { margin: 0; font: 10.5pt/1.4 "Station Paper", ${fontFiles.rare.map(({ family }) => `"${family}"`).join(', ')}, sans-serif; color: #000; }
h1 { margin: 0; font-size: 18pt; text-align: center; letter-spacing: 0.1em; }
h2 { margin: 4mm 0 1.5mm; font-size: 11.5pt; }
.cooperative { text-align: center; font-size: 12pt; }
.facts { display: grid; grid-template-columns: 1fr 1fr; gap: 0.5mm 8mm; margin: 4mm 0 2mm; }
table { width: 100%; border-collapse: collapse; font-size: 9.5pt; font-variant-numeric: tabular-nums; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.25mm solid #444; padding: 0.8mm 1.6mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #eee; font-weight: 700; }
th.number { text-align: right; }
td.number { text-align: right; white-space: nowrap; }
td.whole { white-space: nowrap; }
.box-code { display: inline-block; border: 0.2mm solid #000; padding: 0 0.5mm; font-size: 6.5pt; line-height: 1.3; vertical-align: middle; }
tr.sum td { font-weight: 700; }
.paid { margin: 4mm 0; padding: 3mm; border: 0.6mm solid #000; break-inside: avoid; }
.paid .amount { font-size: 20pt; font-weight: 700; }
.boxes { display: flex; gap: 6mm; margin-top: 6mm; break-inside: avoid; }
.box { flex: 1; height: 26mm; border: 0.25mm solid #444; padding: 1.5mm; }
.small { font-size: 8.5pt; color: #333; }
.watermark { position: fixed; top: 42%; left: 0; right: 0; text-align: center; font-size: 64pt; font-weight: 700; color: rgba(0, 0, 0, 0.14); transform: rotate(-28deg); }
`;
}

/** Replaces characters that the product's font lacks by their boxed code point, so that the page looks the same on every machine. */
export function boxMissingCharacters(page: string, covers: FontCoverage): { readonly page: string; readonly substitutions: readonly Substitution[] } {
  const found = new SubstitutionList();
  const start = page.indexOf('<body>');
  const body = page.slice(start).replace(/\P{ASCII}/gu, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    if (covers(codePoint)) return character;
    found.add(codePointName(codePoint), 'boxed');
    return `<span class="box-code">${codePointName(codePoint)}</span>`;
  });
  return { page: page.slice(0, start) + body, substitutions: found.list() };
}

/** The code points that stand boxed on a page, each once: `U+20BB7`. */
export function boxedOn(page: string): string[] {
  return [...new Set(Array.from(page.matchAll(/<span class="box-code">(U\+[0-9A-F]+)<\/span>/g), ([, codePoint = '']) => codePoint))];
}
