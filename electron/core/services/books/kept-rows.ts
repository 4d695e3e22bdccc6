import type { FullRow } from '../../../../db/insert.ts';
import type { SignedRows } from '../../platform/row-signature.ts';

type Beside<T extends 'kept_setup' | 'kept_boxes' | 'kept_label' | 'kept_slip'> = Omit<FullRow<T>, 'kept_paper_id'> | null;

/** What is kept beside the bytes of a paper, by table; null where the paper has none. */
export interface KeptBeside {
  readonly kept_setup: Beside<'kept_setup'>;
  readonly kept_boxes: Beside<'kept_boxes'>;
  readonly kept_label: Beside<'kept_label'>;
  readonly kept_slip: Beside<'kept_slip'>;
}

const nothing: KeptBeside = { kept_setup: null, kept_boxes: null, kept_label: null, kept_slip: null };

/** The rows of one kept paper as the device signs them: whose paper it is, its bytes, and how it was set and laid out. */
export const keptRows = (paper: Omit<FullRow<'kept_paper'>, 'signature'>, beside: KeptBeside = nothing): SignedRows => ({
  kept_paper: { ...paper }, kept_setup: beside.kept_setup && { ...beside.kept_setup }, kept_boxes: beside.kept_boxes && { ...beside.kept_boxes }, kept_label: beside.kept_label && { ...beside.kept_label }, kept_slip: beside.kept_slip && { ...beside.kept_slip },
});
