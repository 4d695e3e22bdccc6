import en from '../../../../resources/locales/en/sheet.json' with { type: 'json' };
import zh from '../../../../resources/locales/zh/sheet.json' with { type: 'json' };
import type { SheetLanguage } from '../../../contract/sheet.ts';
import type { BusinessDate } from '../../../domain/business-date.ts';
import { html } from '../html-page.ts';
import { fillText, paperText, type PaperLocale } from '../paper-text.ts';
import { weekdayText } from '../paper-values.ts';

export type SheetKey = keyof typeof zh.paper & keyof typeof en.paper;
type Params = Readonly<Record<string, string | number>>;

/** Something that has a name in each language. */
export interface Named { readonly nameZh: string; readonly nameEn: string }

/** The words of a sheet in its language or its two languages; everything but `plain` is safe HTML. */
export interface SheetWords {
  readonly language: SheetLanguage;
  say(key: SheetKey, params?: Params): string;
  /** Without marks, for the title of a file or a page. */
  plain(key: SheetKey, params?: Params): string;
  named(thing: Named): string;
  /** A business date with its weekday. */
  date(date: BusinessDate): string;
}

const TEXTS: Readonly<Record<PaperLocale, Readonly<Record<SheetKey, string>>>> = { zh: zh.paper, en: en.paper };
const LOCALES: Readonly<Record<SheetLanguage, readonly [PaperLocale, ...PaperLocale[]]>> = { zh: ['zh'], en: ['en'], both: ['zh', 'en'] };

/** The languages of a sheet, the first one leading. */
export const localesOf = (language: SheetLanguage): readonly [PaperLocale, ...PaperLocale[]] => LOCALES[language];

/** A text that somebody typed: safe, and a mark in it that turns the direction of writing ends with it. */
export const typed = (text: string): string => `<bdi>${html(text)}</bdi>`;

/** English beside Chinese stands smaller; a word that is the same in both stands once. */
function beside(texts: readonly string[]): string {
  const [first = '', second] = texts;
  return second === undefined || second === first ? first : `${first} <span class="en">${second}</span>`;
}

/** The words of a sheet. */
export function sheetWords(language: SheetLanguage): SheetWords {
  const locales = localesOf(language);
  const texts = (key: SheetKey, params: Params): string[] => locales.map((locale) => fillText(TEXTS[locale][key], params));
  return {
    language,
    say: (key, params = {}) => beside(texts(key, params).map(html)),
    plain: (key, params = {}) => texts(key, params).join(' '),
    named: ({ nameZh, nameEn }) => beside(locales.map((locale) => typed(locale === 'zh' ? nameZh : nameEn))),
    date: (date) => `${date} ${beside(locales.map((locale) => html(weekdayText(date, paperText(locale)))))}`,
  };
}
