import { describe, expect, test } from 'vitest';
import { changedMeasures, isSameMeasure } from '../../../electron/domain/machine-measures.ts';

const said = (attribute: string, value: string) => ({ attribute, value });

describe('what a person says otherwise than a machine', () => {
  test('figures are the same by their value, words letter by letter', () => {
    expect([isSameMeasure('14.5', '14.50'), isSameMeasure('14.5', '14.51'), isSameMeasure('none', 'none'), isSameMeasure('none', 'light'), isSameMeasure('1', 'light')]).toEqual([true, false, true, false, false]);
  });

  test('another figure and none are changes, in the machine’s order; what the machine did not measure is none', () => {
    const machine = [said('moisture_pct', '14.5'), said('defect_pct', '2'), said('mould', 'false')];
    expect(changedMeasures(machine, [said('mould', 'false'), said('defect_pct', '1'), said('soil_pct', '3')])).toEqual([said('moisture_pct', '14.5'), said('defect_pct', '2')]);
  });

  test('a blind grader’s figure is no change, a third one is', () => {
    const machine = [said('moisture_pct', '14.5')];
    const blind = [said('moisture_pct', '14.8'), said('defect_pct', '9')];
    expect(changedMeasures(machine, [said('moisture_pct', '14.80')], blind)).toEqual([]);
    expect(changedMeasures(machine, [said('moisture_pct', '9')], blind)).toEqual(machine);
    expect(changedMeasures(machine, [], blind)).toEqual(machine);
  });
});
