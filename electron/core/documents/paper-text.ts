import en from '../../../resources/locales/en/paper.json' with { type: 'json' };
import zh from '../../../resources/locales/zh/paper.json' with { type: 'json' };

/** Language of a paper; chosen per document, not by the language of the window. */
export type PaperLocale = 'zh' | 'en';
/** Words that stand on papers; the refusals in the same file are for the window. */
export type PaperKey = Exclude<keyof typeof zh & keyof typeof en, 'refusal'>;
export type PaperText = (key: PaperKey, params?: Readonly<Record<string, string | number>>) => string;

const TEXTS: Readonly<Record<PaperLocale, Readonly<Record<PaperKey, string>>>> = { zh, en };

/** Fills `{{name}}` from the parameters; a missing one is a bug that shows at once. */
export function fillText(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`a paper text needs ${name}: ${template}`);
    return String(value);
  });
}

/** The words of a paper in one language. */
export function paperText(locale: PaperLocale): PaperText {
  return (key, params = {}) => fillText(TEXTS[locale][key], params);
}
