import { describe, expect, it } from 'vitest';
import { palettes, schemes, type Palette } from '../../../renderer/styles/tokens.ts';

function channel(hex: string, at: number): number {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function luminance(hex: string): number {
  return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (bright + 0.05) / (dark + 0.05);
}

type Name = keyof Palette;
const grounds: readonly Name[] = ['paper', 'surface', 'raised'];
const texts: readonly (readonly [Name, readonly Name[]])[] = [
  ['ink', [...grounds, 'sunken', 'chilliTint', 'amberTint', 'teaTint', 'indigoTint']], ['inkSoft', [...grounds, 'sunken', 'chilliTint', 'teaTint', 'indigoTint']],
  ['inkFaint', [...grounds, 'sunken']],
  ['indigoInk', [...grounds, 'indigoTint', 'sunken']], ['teaInk', ['teaTint']], ['chilliInk', [...grounds, 'chilliTint']], ['amberInk', [...grounds, 'amberTint']],
  ['trainingInk', ['trainingTint']], ['onTea', ['tea', 'teaHover']], ['onIndigo', ['indigo', 'indigoHover']], ['onChilli', ['chilli']],
  ['onTraining', ['training', 'trainingSoft']], ['onRail', ['rail', 'railRaised']], ['onRailSoft', ['rail']], ['onRailCurrent', ['railCurrent']],
];
const edges: readonly (readonly [Name, readonly Name[]])[] = [['lineStrong', grounds], ['tea', grounds], ['indigo', grounds], ['chilli', grounds]];

describe.each(schemes)('the %s colours', (scheme) => {
  const colour = palettes[scheme];
  it('carry every text with a contrast of 4.5 to 1 or more', () => {
    for (const [text, on] of texts) for (const ground of on) expect(contrast(colour[text], colour[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  it('draw every edge that can be pressed with 3 to 1 or more', () => {
    for (const [edge, on] of edges) for (const ground of on) expect(contrast(colour[edge], colour[ground]), `${edge} on ${ground}`).toBeGreaterThanOrEqual(3);
  });
});
