import en from '../../../resources/locales/en/paper.json' with { type: 'json' };
import zh from '../../../resources/locales/zh/paper.json' with { type: 'json' };

/** Language of a paper; chosen per document, not by the language of the window. */
export type PaperLocale = 'zh' | 'en';
/** A slip may also say everything twice, Chinese first. */
export type SlipLanguage = PaperLocale | 'both';
/** Words that stand on papers; the refusals in the same file are for the window. */
export type PaperKey = Exclude<keyof typeof zh & keyof typeof en, 'refusal'>;
export type PaperText = (key: PaperKey, params?: Readonly<Record<string, string | number>>) => string;

const TEXTS: Readonly<Record<PaperLocale, Readonly<Record<PaperKey, string>>>> = { zh, en };

/** Chinese and then English of one text; what both begin with (a figure before its unit) or end with is said once. */
function bothTexts(key: PaperKey): string {
  const [chinese, english] = [TEXTS.zh[key], TEXTS.en[key]];
  if (chinese === english) return chinese;
  const last = / ?\{\{\w+\}\}$/.exec(chinese)?.[0] ?? '';
  if (last !== '' && english.endsWith(last)) return `${chinese.slice(0, -last.length)} ${english}`;
  const first = /^\{\{\w+\}\} ?/.exec(english)?.[0] ?? '';
  return `${chinese} ${first !== '' && chinese.startsWith(first) ? english.slice(first.length) : english}`;
}

/** A name in the language of the slip; in both it stands once where both are the same. */
export const inLanguage = (language: SlipLanguage, chinese: string, english: string): string =>
  (language === 'zh' || (language === 'both' && chinese === english) ? chinese : language === 'en' ? english : `${chinese} ${english}`);

/** The language in which a label that speaks both holds its names. */
export const oneLanguage = (language: SlipLanguage): PaperLocale => (language === 'both' ? 'zh' : language);

/** Fills `{{name}}` from the parameters; a missing one is a bug that shows at once. */
export function fillText(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`a paper text needs ${name}: ${template}`);
    return String(value);
  });
}

/** The words of a paper in one language or in both. */
export function paperText(language: SlipLanguage): PaperText {
  return (key, params = {}) => fillText(language === 'both' ? bothTexts(key) : TEXTS[language][key], params);
}
