import { siteExpression } from '../devices/scale/protocols/site/site-expression.ts';
import { refuse } from '../rpc/refusal.ts';

/** A site's pattern for the lines of its scale must be one that can be used; none is in order. Refuses `scale_expression_*`. */
export function requireExpression(expression: string | undefined): void {
  if (expression === undefined) return;
  const read = siteExpression(expression);
  if ('problem' in read) refuse(`scale_expression_${read.problem}`);
}
