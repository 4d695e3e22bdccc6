import schemeFile from '../../../db/seed/grade-schemes.json' with { type: 'json' };
import type { Product } from '../../../electron/contract/product.ts';
import { parseSchemeFile } from '../../../electron/domain/scheme-file.ts';
import type { DeskGoods } from '../../../renderer/features/ticket/desk/model/desk-goods.ts';
import { deskReducer, type DeskAction } from '../../../renderer/features/ticket/desk/model/desk-reducer.ts';
import { newDeskState, type DeskOwner, type DeskState } from '../../../renderer/features/ticket/desk/model/desk-state.ts';

/** A ULID for a test, from a small number. */
export const id = (number: number): string => `01JD0000000000000000${String(number).padStart(6, '0')}`;

const definitions = parseSchemeFile(schemeFile).products;

function product(code: string, number: number, tradedUnit: 'kg' | 'jin'): Product {
  const definition = definitions.find((each) => each.code === code);
  const [scheme] = definition?.schemes ?? [];
  if (definition === undefined || scheme === undefined) throw new Error(`no product ${code}`);
  return {
    id: id(number), version: 1, code, nameZh: definition.nameZh, nameEn: definition.nameEn, mode: 'outright', cycle: 'season', tradedUnit, resolutionGrams: 10, lossToleranceBp: 100, active: true, terms: null,
    scheme: { id: id(number + 1), number: 1, titleZh: definition.nameZh, titleEn: definition.nameEn, validFrom: 0, confirmed: false, definition: { ...scheme, deductions: definition.deductions } },
  };
}

export const chilli = product('CHILI-CTJ', 100, 'jin');
export const tianma = product('TIANMA-DF', 200, 'kg');

/** Chilli at 20, 16 and 12 yuan a kilogram, no price for the off grade; a bamboo basket of 900 g. */
export const goods: DeskGoods = {
  day: '2026-11-25',
  products: [chilli, tianma],
  prices: [['G1', 200_000], ['G2', 160_000], ['G3', 120_000]].map(([grade, priceE4]) => ({
    productId: chilli.id, grade: String(grade), quotaPart: 'board' as const, priceE4: Number(priceE4), effectiveFrom: 0, sheetNumber: 'P', priceId: id(9),
  })),
  next: [],
  containers: [{ id: id(300), version: 1, nameZh: '竹篓', nameEn: 'Bamboo basket', tareGrams: 900, active: true, returnable: false, depositFen: 0 }],
};

export const zhang: DeskOwner = { memberId: id(1), name: '张建国', code: 'M0001', houseGroup: '石桥组', kind: 'member', share: 1 };
export const li: DeskOwner = { memberId: id(2), name: '李秀英', code: 'M0004', houseGroup: null, kind: 'member', share: 1 };

export const reading = (number: number, grams: number): { kind: 'reading'; readingId: string; grams: number } => ({ kind: 'reading', readingId: id(1_000 + number), grams });
export const bamboo = (count = 1): { kind: 'container'; containerId: string; count: number } => ({ kind: 'container', containerId: id(300), count });

/** The desk after these actions, from an empty one. */
export const after = (...actions: readonly DeskAction[]): DeskState => actions.reduce(deskReducer, newDeskState(id(0)));

export const chosen: DeskAction = { type: 'memberChosen', owner: zhang, productId: null };
export const chilliChosen: DeskAction = { type: 'productChosen', productId: chilli.id };
export const take = (number: number, grams: number): DeskAction => ({ type: 'basketTaken', gross: reading(number, grams) });

/** 张建国 brings two bamboo baskets of chilli, 43.75 kg net. */
export const weighed: readonly DeskAction[] = [
  chosen, chilliChosen, { type: 'advanced' }, { type: 'tareSet', tare: bamboo(), scope: 'next' }, take(1, 23_450), take(2, 22_100),
];

/** What makes chilli the first grade. */
export const firstGrade: readonly DeskAction[] = [
  ['moisture_pct', '12.5'], ['impurity_pct', '0.4'], ['defect_pct', '3'], ['other_variety_pct', '0.5'], ['mouldy_pct', '0'], ['pod_length_mm', '90'],
].map(([attribute, value]) => ({ type: 'measured', attribute: String(attribute), value: String(value) }));
