import type { BusinessDate } from '../../../domain/business-date.ts';
import type { GradeScheme } from '../../../domain/grade.ts';
import { jinText, kilogramText, type Grams } from '../../../domain/mass.ts';
import { html } from '../html-page.ts';
import { momentText } from '../paper-values.ts';
import { choiceWord, limitWords, unitWord } from './scheme-words.ts';
import { sheetFoot, sheetHead, sheetPart, sheetTable, signBoxes, type Column, type Sheet, type SheetChain, type SheetMade, type SheetPlace } from './sheet-page.ts';
import { typed, type Named, type SheetWords } from './sheet-words.ts';

/** The version of the scheme that goods are graded by. */
export interface SheetScheme { readonly product: Named; readonly title: Named; readonly number: number; readonly definition: Pick<GradeScheme, 'attributes' | 'baseRequirements' | 'grades'> }

/** What was found on the goods of one ticket. */
export interface GradedGoods {
  readonly number: string; readonly date: BusinessDate; readonly seller: string; readonly sellerCode: string; readonly netGrams: Grams; readonly returnedGrams: Grams; readonly word: string | null;
  readonly measures: readonly { readonly attribute: string; readonly value: string; readonly ageDays: number | null; readonly device: string | null; readonly implausible: boolean }[];
  readonly lines: readonly { readonly grade: Named; readonly netGrams: Grams; readonly proposed: Named | null; readonly reason: string | null; readonly gradedBy: string }[];
  readonly machine: { readonly name: string; readonly grade: Named } | null; readonly sample: string | null;
  readonly chain: SheetChain | null;
}

export interface GradingSheetData extends SheetPlace {
  readonly scheme: SheetScheme;
  /** Null for a form with empty places. */
  readonly goods: GradedGoods | null;
}

/** Columns of a form, for so many lots of goods. */
const lotsOnForm = 4;

function measureCell(data: GradingSheetData, attribute: string, words: SheetWords): string {
  const found = data.goods?.measures.find((measure) => measure.attribute === attribute);
  if (found === undefined) return '–';
  const kind = data.scheme.definition.attributes.find((candidate) => candidate.id === attribute);
  const value = found.ageDays !== null ? `<b>${words.date(found.value)}</b> · ${words.say('daysOld', { days: found.ageDays })}`
    : kind !== undefined && kind.type !== 'number' ? choiceWord(found.value, words) : `<b>${typed(found.value)}</b>`;
  return `${value}${found.implausible ? ` ${words.say('unusual')}` : ''}${found.device === null ? '' : ` (${typed(found.device)})`}`;
}

function measures(data: GradingSheetData, words: SheetWords): string {
  const { attributes } = data.scheme.definition;
  const fixed: Column[] = [{ title: words.say('attribute') }, { title: words.say('unit') }];
  // How to measure is written in English in the schemes; a Chinese sheet goes without.
  const named = attributes.map((attribute) => [words.named(attribute) + (attribute.method === null || words.language === 'zh' ? '' : `<br><span class="small">${typed(attribute.method)}</span>`), (attribute.type === 'date' ? words.say('dateEntered') : unitWord(attribute, words)) || [...attribute.choices].map((choice) => choiceWord(choice, words)).join(' / ')]);
  if (data.goods !== null) return sheetTable([...fixed, { title: words.say('measured') }], attributes.map((attribute, index) => [...(named[index] ?? []), measureCell(data, attribute.id, words)]));
  const lots = Array.from({ length: lotsOnForm }, (_, index) => index + 1);
  const rows = [...named, [words.say('gradeGiven'), ''], [words.say('grossKilograms'), ''], [words.say('seller'), '']];
  return sheetTable([...fixed, ...lots.map((lot) => ({ title: words.say('lotNumbered', { number: lot }) }))], rows.map((cells) => [...cells, ...lots.map(() => '<div class="blank"></div>')]));
}

function grades(data: GradingSheetData, words: SheetWords): string {
  const { attributes, baseRequirements, grades: all } = data.scheme.definition;
  const limits = (criteria: typeof baseRequirements): string => (criteria.length === 0 ? words.say('noLimits') : criteria.map((criterion) => limitWords(criterion, attributes, words)).join('<br>'));
  const base = baseRequirements.length === 0 ? [] : [[words.say('baseRequirements'), '', limits(baseRequirements)]];
  const rows = all.toSorted((one, other) => one.rank - other.rank).map((grade) => [`<b>${words.named(grade)}</b>`, (grade.localNames ?? []).map(typed).join(' / '), limits(grade.criteria)]);
  return sheetTable([{ title: words.say('grade') }, { title: words.say('localNames') }, { title: words.say('limits') }], [...base, ...rows]);
}

function results(goods: GradedGoods, words: SheetWords): string {
  const table = sheetTable(
    [{ title: words.say('grade') }, { title: words.say('netKilograms'), form: 'figure' }, { title: words.say('netJin'), form: 'figure' }, { title: words.say('proposed') }, { title: words.say('overrideReason') }, { title: words.say('grader') }],
    goods.lines.map((line) => [`<b>${words.named(line.grade)}</b>`, kilogramText(line.netGrams), jinText(line.netGrams), line.proposed === null ? '–' : words.named(line.proposed), line.reason === null ? '' : typed(line.reason), typed(line.gradedBy)]),
  );
  const said = [
    ...(goods.machine === null ? [] : [`${words.say('machineSaid')} ${typed(goods.machine.name)}: ${words.named(goods.machine.grade)}`]),
    ...(goods.word === null ? [] : [`${words.say('localWord')} ${typed(goods.word)}`]), ...(goods.sample === null ? [] : [`${words.say('sampleKept')} ${html(goods.sample)}`]),
    ...(goods.returnedGrams === 0 ? [] : [words.say('returnedOf', { kilograms: kilogramText(goods.returnedGrams), jin: jinText(goods.returnedGrams) })]),
  ];
  return table + said.map((line) => `<p class="tight">${line}</p>`).join('');
}

function facts({ goods, scheme }: GradingSheetData, words: SheetWords): readonly (readonly [string, string])[] {
  const standard = [words.say('schemeVersion', { number: scheme.number }), words.named(scheme.title)] as const;
  if (goods === null) return [[words.say('product'), words.named(scheme.product)], standard, [words.say('date'), ''], [words.say('grader'), '']];
  return [
    [words.say('ticketNumber'), html(goods.number)], [words.say('date'), words.date(goods.date)], [words.say('seller'), `${typed(goods.seller)} ${typed(goods.sellerCode)}`], [words.say('product'), words.named(scheme.product)], standard,
    [words.say('netWeight'), `${kilogramText(goods.netGrams)} kg · ${jinText(goods.netGrams)} ${words.say('jin')}`],
  ];
}

/** The grading sheet (定级单): what was measured, by which version of which scheme, and what came of it; without goods a form for the yard. */
export function gradingSheet(data: GradingSheetData, words: SheetWords, made: SheetMade, size: 'A4' | 'A5'): Sheet {
  const { goods } = data;
  const title = goods === null ? 'gradingFormTitle' : 'gradingTitle';
  const body = sheetHead(data, words.say(title), facts(data, words))
    + (goods === null ? '' : sheetPart(words.say('gradingResult'), results(goods, words)))
    + sheetPart(words.say('measures'), measures(data, words)) + sheetPart(words.say('gradesAndLimits'), grades(data, words))
    + signBoxes([[words.say('signSeller'), ''], [words.say('grader'), goods?.lines[0]?.gradedBy ?? ''], [words.say('signChecker'), '']])
    + sheetFoot(words, made, goods === null ? null : { chain: goods.chain, kind: 'grading', businessDate: goods.date, memberCode: goods.sellerCode, grams: goods.netGrams, fen: 0 }, [`${words.say('drawnAt')} ${momentText(made.at)}`]);
  return { title: `${words.plain(title)} ${goods?.number ?? data.scheme.title.nameZh}`, size: size === 'A5' ? 'A5' : 'A4', body, training: data.training };
}
