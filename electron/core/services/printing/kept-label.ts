import type { PrinterProfile } from '../../../contract/printing.ts';
import type { LabelRequest, LabelRun } from '../../devices/printer/label-request.ts';
import type { SlipCopy } from '../../documents/small-slip.ts';
import { parseJson } from '../../platform/json-text.ts';
import { labelProfile, labelSize } from './paper-request.ts';

/** The labels of a paper as text: what they say, in which language, and not for which roll, printer or copy. */
export function writeKeptLabels(request: LabelRequest | LabelRun): string {
  const labels = request.kind === 'labelRun' ? request.labels : [request];
  return JSON.stringify(labels.map(({ profile: _profile, options, ...label }) => {
    const { size: _size, copies: _copies, copy: _copy, ...said } = options;
    return { ...label, options: said };
  }));
}

/** Labels that were printed before, as they were then: names, groups and goods may have changed since. Only ever reads what {@link writeKeptLabels} wrote. */
export function keptLabels(labels: string, printer: PrinterProfile | null): LabelRequest[] {
  const frame = { size: labelSize(printer), profile: labelProfile(printer) };
  return (parseJson(labels) as readonly Omit<LabelRequest, 'profile'>[]).map((label) => ({ ...label, options: { ...label.options, size: frame.size }, profile: frame.profile }) as LabelRequest);
}

/** A label with its mark; an original that holds has none. */
export function markedLabel(label: LabelRequest, copy: SlipCopy | null): LabelRequest {
  return copy === null ? label : { ...label, options: { ...label.options, copy } } as LabelRequest;
}

/** What is added when a paper is printed at this moment by this person; null for an original that holds. */
export function markOfPrint(number: number, printed: Omit<SlipCopy, 'number'>): SlipCopy | null {
  return number === 0 && printed.voidedBy === undefined ? null : { number, ...printed };
}
