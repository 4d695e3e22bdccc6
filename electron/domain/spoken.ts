import { jinText, kilogramText, type Grams } from './mass.ts';
import { yuanText, type Fen } from './money.ts';
import { chineseCount, chineseFigures, chineseWhole } from './spoken-chinese.ts';
import { englishFigures, englishWhole } from './spoken-english.ts';

export type SpokenLanguage = 'zh' | 'en';
export type SpokenUnit = 'kg' | 'jin';

/** Words in their order, each of them one clip; `pause` is a breath between two statements. */
export type Utterance = readonly string[];
export const pause = ',';

interface DecimalParts { readonly negative: boolean; readonly whole: number; readonly fraction: string }

function partsOf(decimal: string): DecimalParts {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  return { negative: decimal.startsWith('-'), whole: Number(whole), fraction: fraction.replace(/0+$/u, '') };
}

function chineseNumber({ negative, whole, fraction }: DecimalParts): string[] {
  const words = fraction === '' ? chineseCount(whole) : [...chineseWhole(whole), '点', ...chineseFigures(fraction)];
  return negative ? ['负', ...words] : words;
}

function englishNumber({ negative, whole, fraction }: DecimalParts): string[] {
  const words = fraction === '' ? englishWhole(whole) : [...englishWhole(whole), 'point', ...englishFigures(fraction)];
  return negative ? ['minus', ...words] : words;
}

/** A weight in the traded unit, without zeros at the end: 一百八十六点四五公斤, two kilograms. Grams within ±10^12. */
export function spokenWeight(grams: Grams, unit: SpokenUnit, language: SpokenLanguage): string[] {
  const parts = partsOf(unit === 'kg' ? kilogramText(grams) : jinText(grams));
  if (language === 'zh') return [...chineseNumber(parts), unit === 'kg' ? '公斤' : '斤'];
  const single = parts.whole === 1 && parts.fraction === '';
  return [...englishNumber(parts), unit === 'jin' ? 'jin' : single ? 'kilogram' : 'kilograms'];
}

/** An amount as money is said: 六百六十八元一角三分, 五元零三分, 两角; six hundred sixty eight point one three yuan. */
export function spokenAmount(fen: Fen, language: SpokenLanguage): string[] {
  const parts = partsOf(yuanText(fen));
  if (language === 'en') return [...englishNumber(parts), 'yuan'];
  const jiao = Math.floor(Math.abs(fen) / 10) % 10;
  const cents = Math.abs(fen) % 10;
  const words = parts.negative ? ['负'] : [];
  if (parts.whole > 0 || (jiao === 0 && cents === 0)) words.push(...chineseCount(parts.whole), '元');
  if (jiao > 0) words.push(...chineseCount(jiao), '角');
  else if (parts.whole > 0 && cents > 0) words.push('零');
  if (cents > 0) words.push(...chineseCount(cents), '分');
  return words;
}

/** The part of a grade's name that is said: 三等(6钱-1两) is 三等, "Grade 1, 150-250 g" is Grade 1. */
export const spokenGrade = (name: string): string => (/^[^,(（]+/u.exec(name)?.[0] ?? name).trim();
