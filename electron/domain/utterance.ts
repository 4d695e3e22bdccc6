import type { Grams } from './mass.ts';
import type { Fen } from './money.ts';
import { pause, spokenAmount, spokenGrade, spokenWeight, type SpokenLanguage, type SpokenUnit, type Utterance } from './spoken.ts';

const labels = {
  zh: { practice: '练习', gross: '毛重', tare: '皮重', net: '净重', grade: '等级', amount: '金额' },
  en: { practice: 'practice', gross: 'gross', tare: 'tare', net: 'net', grade: 'grade', amount: 'amount' },
} as const;

export interface SpokenManner {
  readonly language: SpokenLanguage;
  readonly unit: SpokenUnit;
  /** Practice says so first, each time. */
  readonly training: boolean;
}

const begun = ({ language, training }: SpokenManner): string[] => (training ? [labels[language].practice, pause] : []);

/** What is said when a basket was taken: gross; tare and net only where something was taken off. */
export function basketUtterance(basket: { readonly gross: Grams; readonly tare: Grams; readonly net: Grams }, manner: SpokenManner): Utterance {
  const { language, unit } = manner;
  const say = labels[language];
  const gross = [...begun(manner), say.gross, ...spokenWeight(basket.gross, unit, language)];
  if (basket.tare === 0) return gross;
  return [...gross, pause, say.tare, ...spokenWeight(basket.tare, unit, language), pause, say.net, ...spokenWeight(basket.net, unit, language)];
}

/** What is said before posting: net weight, the grade where there is one, and the amount. */
export function ticketUtterance(ticket: { readonly net: Grams; readonly grade: string | null; readonly amountFen: Fen }, manner: SpokenManner): Utterance {
  const { language, unit } = manner;
  const say = labels[language];
  const grade = ticket.grade === null ? [] : [pause, say.grade, spokenGrade(ticket.grade)];
  return [...begun(manner), say.net, ...spokenWeight(ticket.net, unit, language), ...grade, pause, say.amount, ...spokenAmount(ticket.amountFen, language)];
}

/** Every word that the figures and labels of a language can need; grades' names come from the schemes. */
export const spokenVocabulary: Readonly<Record<SpokenLanguage, readonly string[]>> = {
  zh: [...Object.values(labels.zh), ...'零一二三四五六七八九十百千万亿两点负元角分斤', '公斤'],
  en: [
    ...Object.values(labels.en), 'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen',
    'nineteen', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety', 'hundred', 'thousand', 'million', 'billion', 'point', 'minus', 'yuan', 'jin', 'kilogram', 'kilograms',
  ],
};
