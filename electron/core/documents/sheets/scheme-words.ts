import type { GradeAttribute, GradeCriterion } from '../../../domain/grade.ts';
import { typed, type SheetKey, type SheetWords } from './sheet-words.ts';

const units: Readonly<Record<string, SheetKey>> = { h: 'unitHours', day: 'unitDays', 'pcs/kg': 'unitPieces' };
const choices: Readonly<Record<string, SheetKey>> = { true: 'yes', false: 'no', spring: 'choiceSpring', summer_autumn: 'choiceSummerAutumn', none: 'choiceNone', light: 'choiceLight', heavy: 'choiceHeavy' };

/** The unit of a measure and of its limits, of a date the days since then; nothing for a choice and for yes or no. */
export function unitWord({ unit, type }: Pick<GradeAttribute, 'unit' | 'type'>, words: SheetWords): string {
  if (type === 'date') return words.say('unitDaysOld');
  if (type !== 'number') return '';
  const key = units[unit];
  return key === undefined ? typed(unit) : words.say(key);
}

/** A choice of the scheme, or yes or no; one without a word of its own stands as the scheme writes it. */
export function choiceWord(choice: string, words: SheetWords): string {
  const key = choices[choice];
  return key === undefined ? typed(choice) : words.say(key);
}

/** A limit as it is said: "moisture: at least 8 %, below 14 %". */
export function limitWords(criterion: GradeCriterion, attributes: readonly GradeAttribute[], words: SheetWords): string {
  const attribute = attributes.find((candidate) => candidate.id === criterion.attr);
  const unit = attribute === undefined ? '' : unitWord(attribute, words);
  const bound = (key: SheetKey, value: string): string => `${words.say(key)} ${typed(value)} ${unit}`;
  const parts = [
    ...(criterion.min === null ? [] : [bound(criterion.minInclusive ? 'atLeast' : 'above', criterion.min)]),
    ...(criterion.max === null ? [] : [bound(criterion.maxInclusive ? 'atMost' : 'below', criterion.max)]),
    ...(criterion.equals === null ? [] : [choiceWord(String(criterion.equals), words)]),
  ];
  return `${attribute === undefined ? typed(criterion.attr) : words.named(attribute)}: ${parts.join(', ')}`;
}
