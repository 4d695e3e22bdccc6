import { isBusinessDate, type BusinessDate } from '../../../../electron/domain/business-date.ts';
import type { InputOf } from '../../../api/operation-types.ts';
import { periodOf } from '../../report/parts/periods.ts';

const onlyNames = ['typed', 'overridden', 'paper', 'reversed'] as const;
export type Only = (typeof onlyNames)[number];

/** What the list of tickets shows; it stands in the address, so that other screens can link to it and "back" finds it again. */
export interface TicketFilter {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly productId: string | null;
  readonly memberId: string | null;
  readonly paid: 'no' | 'yes' | null;
  readonly only: Only | null;
}

function dayOr(text: string | null, other: BusinessDate): BusinessDate {
  return text !== null && isBusinessDate(text) ? text : other;
}

/** Reads the question part of the address; what is missing or not understood is today's 旬 without filters. */
export function readFilter(query: string, today: BusinessDate): TicketFilter {
  const asked = new URLSearchParams(query);
  const usual = periodOf('tenDays', today);
  const paid = asked.get('paid');
  return {
    from: dayOr(asked.get('from'), usual.from), to: dayOr(asked.get('to'), usual.to), productId: asked.get('product'), memberId: asked.get('member'),
    paid: paid === 'no' || paid === 'yes' ? paid : null, only: onlyNames.find((name) => name === asked.get('only')) ?? null,
  };
}

/** The address of the list with this filter. */
export function filterPath(filter: Partial<TicketFilter>): string {
  const names = { from: filter.from, to: filter.to, product: filter.productId, member: filter.memberId, paid: filter.paid, only: filter.only };
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(names)) if (value !== null && value !== undefined) asked.set(name, value);
  return `/tickets?${asked.toString()}`;
}

/** The filter as core takes it. */
export function filterInput(filter: TicketFilter): InputOf<'ticket.list'> {
  return {
    from: filter.from, to: filter.to,
    ...(filter.productId === null ? {} : { productId: filter.productId }), ...(filter.memberId === null ? {} : { memberId: filter.memberId }),
    ...(filter.paid === null ? {} : { paid: filter.paid }), ...(filter.only === null ? {} : { only: filter.only }),
  };
}
