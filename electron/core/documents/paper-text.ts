import en from '../../../resources/locales/en/paper.json' with { type: 'json' };
import zh from '../../../resources/locales/zh/paper.json' with { type: 'json' };

/** Language of a paper; chosen per document, not by the language of the window. */
export type PaperLocale = 'zh' | 'en';
/** Words that stand on papers; the refusals in the same file are for the window. */
export type PaperKey = Exclude<keyof typeof zh & keyof typeof en, 'refusal'>;
export type PaperText = (key: PaperKey, params?: Readonly<Record<string, string | number>>) => string;

const TEXTS: Readonly<Record<PaperLocale, Readonly<Record<PaperKey, string>>>> = { zh, en };

/** The words of a paper in one language; `{{name}}` is filled from the parameters, and a missing one is a bug that shows at once. */
export function paperText(locale: PaperLocale): PaperText {
  return (key, params = {}) => TEXTS[locale][key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`paper text ${key} needs ${name}`);
    return String(value);
  });
}
