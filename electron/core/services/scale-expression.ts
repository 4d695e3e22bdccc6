import type { LinesFrom } from '../../contract/scale-expression.ts';
import { parseHex } from '../devices/scale/decoder/hex.ts';
import { siteExpression } from '../devices/scale/protocols/site/site-expression.ts';
import { tryLines } from '../devices/scale/protocols/site/try-lines.ts';
import type { HandlersOf } from '../rpc/handler.ts';
import { ask } from '../rpc/handler.ts';
import { refuse } from '../rpc/refusal.ts';
import type { Station } from '../station.ts';

/** A site's pattern for the lines of its scale must be one that can be used; none is in order. Refuses `scale_expression_*`. */
export function requireExpression(expression: string | undefined): void {
  if (expression === undefined) return;
  const read = siteExpression(expression);
  if ('problem' in read) refuse(`scale_expression_${read.problem}`);
}

function linesOf({ live }: Station, from: LinesFrom): readonly Uint8Array[] {
  if (from.kind === 'pasted') return from.lines.filter((line) => line !== '').map((line) => Buffer.from(line, 'latin1'));
  const frames = from.kind === 'search' ? live.scaleSearch.recentFrames() : live.scales.recentFrames(from.scaleId);
  return frames.map((frame) => parseHex(frame.raw) ?? new Uint8Array());
}

export const scaleExpressionHandlers = {
  'scale.try_expression': ask(({ station }, { config, from }) => {
    requireExpression(config.expression);
    return { lines: tryLines(config, linesOf(station, from)) };
  }),
} satisfies HandlersOf<'scale.try_expression'>;
