import { expect, test } from 'vitest';
import type { Product } from '../../../electron/contract/product.ts';
import type { GradeAttribute, GradeCriterion } from '../../../electron/domain/grade.ts';
import { previewOf } from '../../../renderer/features/ticket/desk/model/desk-preview.ts';
import { ticketInput } from '../../../renderer/features/ticket/desk/model/ticket-input.ts';
import { measureOfWord } from '../../../renderer/features/grading/words/measure-of-word.ts';
import { after, chilli, goods, weighed } from './desk-sample.ts';

const picked: GradeAttribute = { id: 'picked', nameZh: '采摘日', nameEn: 'picked on', unit: '', type: 'date', choices: [], measuredAt: 'station', decimals: null, method: null };
const within = (max: string): GradeCriterion => ({ attr: 'picked', min: null, minInclusive: true, max, maxInclusive: false, equals: null, confidence: null, note: null });
const scheme = chilli.scheme;
if (scheme === null) throw new Error('chilli has no scheme');
const limits: Readonly<Record<string, string>> = { G1: '2', G2: '5' };
const dated: Product = {
  ...chilli, scheme: { ...scheme, definition: { ...scheme.definition, attributes: [picked], baseRequirements: [], deductions: [], grades: scheme.definition.grades.map((grade) => ({ ...grade, criteria: limits[grade.id] === undefined ? [] : [within(limits[grade.id] ?? '')] })) } },
};
const at = (day: string) => ({ ...goods, day, products: [dated] });
const typed = (value: string) => after(...weighed, { type: 'measured', attribute: 'picked', value });

test('the desk proposes by the age on the day the goods come, and a page of the paper book by its own day', () => {
  const state = typed('2026-11-24');
  expect(['2026-11-25', '2026-11-26', '2026-11-29'].map((day) => previewOf(state, at(day)).judgement.proposal?.gradeId)).toEqual(['G1', 'G2', 'G3']);
});

test('a date is sent as the day it was typed as, and half of one is not sent', () => {
  const state = typed('2026-11-24');
  expect(ticketInput(state, previewOf(state, at('2026-11-25')), null)?.measures).toEqual([{ attribute: 'picked', value: '2026-11-24', source: 'hand' }]);
  const half = typed('2026-11');
  expect(ticketInput({ ...half, grade: 'G1', overrideReason: '看过' }, previewOf({ ...half, grade: 'G1' }, at('2026-11-25')), null)?.measures).toEqual([]);
});

test('a day still to come or ten years back is named as what is wrong, with its rule', () => {
  expect(previewOf(typed('2026-11-26'), at('2026-11-25')).judgement).toEqual({ proposal: null, wrong: 'picked', rule: 'date_ahead' });
  expect(previewOf(typed('2015-11-26'), at('2026-11-25')).judgement).toEqual({ proposal: null, wrong: 'picked', rule: 'date_too_old' });
});

test('a word of the village means another day every day, and a word for a figure its figure', () => {
  expect([measureOfWord(dated, 'picked', '1', '2026-11-25'), measureOfWord(dated, 'picked', '0', '2026-03-01'), measureOfWord(dated, 'picked', '1', '2026-03-01')]).toEqual(['2026-11-24', '2026-03-01', '2026-02-28']);
  expect([measureOfWord(chilli, 'moisture_pct', '12', '2026-11-25'), measureOfWord(null, 'picked', '1', '2026-11-25')]).toEqual(['12', '1']);
});
