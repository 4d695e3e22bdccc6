import type { SheetLanguage } from '../../../contract/sheet.ts';
import { codeSvg } from '../code-svg.ts';
import { html, htmlPage, type PageOptions } from '../html-page.ts';
import { momentText } from '../paper-values.ts';
import type { CodeFacts } from '../signed-code.ts';
import { sheetStyle } from './sheet-style.ts';
import { localesOf, sheetWords, typed, type SheetWords } from './sheet-words.ts';

/** Whose paper it is. */
export interface SheetPlace { readonly cooperativeName: string; readonly stationName: string; readonly training: boolean }

/** A page before it is drawn: what stands on it, and what its file is called. */
export interface Sheet {
  readonly title: string;
  readonly size: PageOptions['size'];
  readonly body: string;
  readonly training: boolean;
}

/** When a sheet is drawn, and who signs what stands on it. */
export interface SheetMade {
  readonly at: number;
  /** The text of the signed code over these facts and the sheet's own number. */
  readonly code: (facts: Omit<CodeFacts, 'number'>) => string;
}

/** The event of the chain that a sheet was written under. */
export interface SheetChain { readonly head: string; readonly seq: number }

/** What the code of a sheet speaks of; no code without an event. */
export type SheetProof = Omit<CodeFacts, 'number' | 'chainHead'> & { readonly chain: SheetChain | null };

/** Where the line of a copy will stand; it takes the same room whether it is there or not, so that a copy breaks into pages as its original did. */
const COPY_PLACE = '<!-- copy -->';

/** The head of a sheet: whose it is, what it is called, and its facts in two columns. Names of facts and values are safe HTML. */
export function sheetHead(place: SheetPlace, title: string, facts: readonly (readonly [name: string, value: string])[]): string {
  return `<div class="cooperative">${typed(place.cooperativeName)} ${typed(place.stationName)}</div><h1>${title}</h1><div class="copyline">${COPY_PLACE}</div>`
    + `<div class="facts">${facts.map(([name, value]) => `<div><span class="name">${name}</span> <b>${value}</b></div>`).join('')}</div>`;
}

export interface Column {
  /** Safe HTML. */
  readonly title: string;
  /** Figures stand at the right edge and never break; `whole` text never breaks either, and is only for what the program writes itself. */
  readonly form?: 'figure' | 'whole';
}

/** A table whose head is repeated on every page; cells are safe HTML, the last row may be a sum. */
export function sheetTable(columns: readonly Column[], rows: readonly (readonly string[])[], sum?: readonly string[]): string {
  const kind = (index: number): string => {
    const form = columns[index]?.form;
    return form === undefined ? '' : ` class="${form === 'figure' ? 'number' : 'whole'}"`;
  };
  const line = (cells: readonly string[], tag: 'td' | 'th'): string => cells.map((cell, index) => `<${tag}${kind(index)}>${cell}</${tag}>`).join('');
  const body = rows.map((cells) => `<tr>${line(cells, 'td')}</tr>`).join('');
  return `<table><thead><tr>${line(columns.map(({ title }) => title), 'th')}</tr></thead><tbody>${body}${sum === undefined ? '' : `<tr class="sum">${line(sum, 'td')}</tr>`}</tbody></table>`;
}

/** A part of a sheet under its own title; nothing where there is nothing to say. */
export const sheetPart = (title: string, content: string): string => (content === '' ? '' : `<section><h2>${title}</h2>${content}</section>`);

/** Figures side by side, the name small above each. */
export const sheetFigures = (figures: readonly (readonly [name: string, value: string])[]): string =>
  `<div class="figures">${figures.map(([name, value]) => `<div><span class="name">${name}</span><b>${value}</b></div>`).join('')}</div>`;

/** Boxes to sign in; a name printed in one says who ought to. */
export const signBoxes = (boxes: readonly (readonly [name: string, person: string])[]): string =>
  `<div class="boxes">${boxes.map(([name, person]) => `<div class="box"><div class="name">${name}</div>${typed(person)}</div>`).join('')}</div>`;

/** What ties a sheet to the books: the head of the event chain it was written under, and a code that proves its figures to whoever has the public keys. */
export function sheetFoot(words: SheetWords, made: SheetMade, proof: SheetProof | null, notes: readonly string[] = []): string {
  const foot = (code: string, lines: readonly string[]): string => `<div class="foot">${code}<div>${[...notes, ...lines].map((line) => `<p>${line}</p>`).join('')}</div></div>`;
  if (!proof?.chain) return foot('', []);
  const { chain: { head, seq }, ...facts } = proof;
  const code = codeSvg(made.code({ ...facts, chainHead: head }), words.plain('scanToCheck'));
  return foot(code, [words.say('scanToCheck'), `${words.say('chainHead', { seq })} <code>${html(head.match(/.{1,16}/g)?.join(' ') ?? '')}</code>`]);
}

/** A copy as its line says it: which one, when, by whom, and whether the original has been voided since. */
export interface CopyMark { readonly copyNo: number; readonly at: number; readonly byName: string; readonly voidedBy: string | null }

/** Which copy, when, by whom, as safe HTML. */
export function copyMark(words: SheetWords, mark: CopyMark): string {
  const voided = mark.voidedBy === null ? '' : ` · <b>${words.say('voidedSince', { number: mark.voidedBy })}</b>`;
  return `<b>${words.say('copyMark', { number: mark.copyNo })}</b> ${html(momentText(mark.at))} ${typed(mark.byName)}${voided}`;
}

/** The pale word across a page. */
export const copyWord = (words: SheetWords, { copyNo }: CopyMark): string => `<div class="copyword" aria-hidden="true">${html(words.plain('copyWord', { number: copyNo }))}</div>`;

/** The whole page of a sheet, without any mark of a copy: this text is what is kept. */
export function sheetPage(sheet: Sheet, language: SheetLanguage, fontBase: string): string {
  const [locale] = localesOf(language);
  const watermark = sheet.training ? sheetWords(language).plain('watermark') : null;
  return htmlPage({ locale, title: sheet.title, fontBase, size: sheet.size, watermark, style: sheetStyle(sheet.size, language) }, sheet.body);
}

/** A kept page as a copy: the same page with its line filled in and a pale word across every page. */
export function markedCopy(page: string, language: SheetLanguage, mark: CopyMark): string {
  const words = sheetWords(language);
  return page.replaceAll(COPY_PLACE, copyMark(words, mark)).replace('</body>', `${copyWord(words, mark)}</body>`);
}
