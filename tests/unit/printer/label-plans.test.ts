import { describe, expect, it } from 'vitest';
import { CARD_ORDER, CARD_PLANS } from '../../../electron/core/documents/card-plans.ts';
import { plannedBlocks, type Box, type LabelCell, type LabelPlans } from '../../../electron/core/documents/label-plan.ts';
import { LABEL_SIZES } from '../../../electron/core/documents/label-size.ts';
import { PARCEL_ORDER, PARCEL_PLANS } from '../../../electron/core/documents/parcel-plans.ts';
import { CRATE_ORDER, CRATE_PLANS, LOT_ORDER, LOT_PLANS } from '../../../electron/core/documents/produce-plans.ts';
import { SAMPLE_ORDER, SAMPLE_PLANS } from '../../../electron/core/documents/sample-plans.ts';
import { TAG_ORDER, TAG_PLANS } from '../../../electron/core/documents/tag-plans.ts';
import { EVERY_SIZE } from '../../support/label-cases.ts';

const PLANS: ReadonlyArray<{ name: string; plans: LabelPlans<string>; order: readonly string[] }> = [
  { name: 'lot', plans: LOT_PLANS, order: LOT_ORDER }, { name: 'crate', plans: CRATE_PLANS, order: CRATE_ORDER },
  { name: 'parcel', plans: PARCEL_PLANS, order: PARCEL_ORDER }, { name: 'member card', plans: CARD_PLANS, order: CARD_ORDER },
  { name: 'crate number', plans: TAG_PLANS, order: TAG_ORDER }, { name: 'retained sample', plans: SAMPLE_PLANS, order: SAMPLE_ORDER },
];
/** Marks as they may stand together. */
const PRINTED = [[], ['copy', 'printed'], ['voided', 'voidedBy', 'printed'], ['copy', 'voided', 'voidedBy', 'printed']];
const MARKS = PRINTED.flatMap((marks) => [marks, ['training', ...marks]]);
const EVERY_MARK = MARKS.at(-1) ?? [];

const overlap = ([ax, ay, aw, ah]: Box, [bx, by, bw, bh]: Box): boolean => ax < bx + bw && bx < ax + aw && ay < by + bh && by < ay + ah;
const shown = (cell: LabelCell<string>, marks: readonly string[]): boolean =>
  (cell.when === undefined || marks.includes(cell.when)) && !(cell.unless ?? []).some((mark) => marks.includes(mark)) && (cell.kind === 'rule' || !EVERY_MARK.includes(cell.block) || marks.includes(cell.block));

describe.each(PLANS)('the plan of a $name', ({ plans, order }) => {
  it.each(EVERY_SIZE)('on %s mm keeps every block to its own place on the label, with or without marks', (size) => {
    const { widthMillimetres, heightMillimetres } = LABEL_SIZES[size];
    for (const marks of MARKS) {
      const cells = plans[size].filter((cell) => shown(cell, marks));
      for (const [index, cell] of cells.entries()) {
        const [left, top, width, height] = cell.box;
        expect(left >= 0 && top >= 0 && left + width <= widthMillimetres * 8 && top + height <= heightMillimetres * 8, JSON.stringify(cell)).toBe(true);
        for (const other of cells.slice(index + 1)) expect(overlap(cell.box, other.box), `${JSON.stringify(cell)} over ${JSON.stringify(other)}`).toBe(false);
      }
    }
  });

  it.each(EVERY_SIZE)('on %s mm gives each text room for its rows', (size) => {
    for (const cell of plans[size]) {
      if (cell.kind !== 'text') continue;
      const rows = Math.round((cell.lines ?? 1) - 1) * cell.leastDots * 1.15 + Math.ceil(cell.leastDots * 1.25);
      expect(Math.max(Math.ceil(cell.sizeDots * 1.25), Math.round(rows)), JSON.stringify(cell)).toBeLessThanOrEqual(cell.box[3]);
      expect(cell.leastDots).toBeLessThanOrEqual(cell.sizeDots);
    }
  });

  it('leaves out the least important first, and more on a smaller label', () => {
    const counts = EVERY_SIZE.map((size) => {
      const blocks = plannedBlocks(plans[size]);
      const said = order.filter((block) => blocks.has(block));
      expect(said).toEqual(order.slice(0, said.length));
      expect(blocks.has('training')).toBe(true);
      return said.length;
    });
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(counts.at(-1)).toBe(order.length);
  });
});
