import type { SlipLayout, SlipLogo, SlipSection } from '../../contract/slip-layout.ts';
import type { Bitmap } from './bitmap.ts';
import { TALL, type ReceiptBlock, type ReceiptDocument } from './receipt-document.ts';

/** A picture kept in a layout as dots; throws a RangeError where the bytes are not those of its size. */
export function logoBitmap({ widthDots, heightDots, bits }: SlipLogo): Bitmap {
  const data = new Uint8Array(Buffer.from(bits, 'base64'));
  const bytesPerRow = Math.ceil(widthDots / 8);
  if (data.length !== bytesPerRow * heightDots) throw new RangeError('the picture has other bytes than its size says');
  return { widthDots, heightDots, bytesPerRow, data };
}

/** The blocks of a slip by the part they belong to. */
function partsOf(blocks: readonly ReceiptBlock[]): Map<SlipSection, ReceiptBlock[]> {
  const parts = new Map<SlipSection, ReceiptBlock[]>();
  let name: SlipSection = 'heading';
  for (const block of blocks) {
    if (block.kind === 'mark') name = block.name;
    parts.set(name, [...(parts.get(name) ?? []), block]);
  }
  return parts;
}

/** Twice as high, so that every column stays where it is; what has a size of its own keeps it, and so do figures and codes. */
function enlarged(block: ReceiptBlock): ReceiptBlock {
  return (block.kind === 'text' || block.kind === 'pair' || block.kind === 'table') && block.size === undefined ? { ...block, size: TALL } : block;
}

function freeText(name: SlipSection, text: string): ReceiptBlock[] {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  return lines.length === 0 ? [] : [{ kind: 'mark', name }, ...lines.map((line): ReceiptBlock => ({ kind: 'text', text: line, align: 'center' }))];
}

/**
 * A slip in the looks a manager gave it: its parts in their order, some left out, some enlarged, with logo and words of the station's own. The
 * mark of a copy follows the title and the end stays the end. A part the layout does not name stands before the end, so that nothing is lost
 * when the product learns a new one.
 */
export function arrangeSlip(document: ReceiptDocument, layout: SlipLayout): ReceiptDocument {
  const parts = partsOf(document.blocks);
  if (layout.logo !== null) parts.set('logo', [{ kind: 'mark', name: 'logo' }, { kind: 'image', bitmap: logoBitmap(layout.logo) }]);
  parts.set('opening', freeText('opening', layout.opening));
  parts.set('closing', freeText('closing', layout.closing));
  const copy = parts.get('copy') ?? [];
  const end = parts.get('end') ?? [];
  const named = new Set<SlipSection>([...layout.sections.map((section) => section.name), 'copy', 'end', 'opening', 'closing', 'logo']);
  const arranged = layout.sections.filter(({ shown }) => shown).flatMap(({ name, large }) => {
    const blocks = parts.get(name) ?? [];
    return [...(large ? blocks.map(enlarged) : blocks), ...(name === 'title' ? copy : [])];
  });
  const unnamed = [...parts].flatMap(([name, blocks]) => (named.has(name) ? [] : blocks));
  return { ...document, blocks: [...arranged, ...unnamed, ...end] };
}
