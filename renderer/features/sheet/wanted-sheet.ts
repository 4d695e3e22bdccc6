import type { InputOf } from '../../api/operation-types.ts';

type Order = InputOf<'sheet.print'>['order'];
type Without<O, K extends string> = O extends unknown ? Omit<O, K> : never;

/** A sheet before anybody chose its language and size. */
export type WantedSheet = Without<Order, 'language' | 'size'>;
export type SheetLanguage = NonNullable<Order['language']>;

/** Sheets that a seller takes home also come on half a page. */
const inTwoSizes = ['purchase_note', 'grading', 'grading_form'] as const;

export const hasSizes = ({ kind }: WantedSheet): boolean => inTwoSizes.some((each) => each === kind);

/** The order for a wanted sheet in a language and, where it has a choice, a size. */
export function orderOf(wanted: WantedSheet, language: SheetLanguage, size: 'A4' | 'A5'): Order {
  switch (wanted.kind) {
    case 'purchase_note': case 'grading': case 'grading_form': return { ...wanted, language, size };
    default: return { ...wanted, language };
  }
}
