const WEIGHING_PAGE = 0x8d;
/** An item whose length stands in the byte behind it. */
const LONG_ITEM = 0xfe;
/** Kind and meaning of a short item, its two bits of length left out. */
const USAGE_PAGE = 0x04;
const USAGE = 0x08;
const LENGTHS = [0, 1, 2, 4] as const;

/**
 * Whether a USB device says in its report descriptor that it weighs: a usage page, or a usage of four bytes with its page in
 * the upper half, is that of weighing devices (device reference 1.19). A descriptor that is cut off says what stands in it before the cut.
 */
export function saysItWeighs(descriptor: Uint8Array): boolean {
  for (let at = 0; at < descriptor.length;) {
    const head = descriptor[at] ?? 0;
    if (head === LONG_ITEM) {
      at += 3 + (descriptor[at + 1] ?? 0);
      continue;
    }
    const length = LENGTHS[head & 0x03] ?? 0;
    if (at + length >= descriptor.length) return false;
    if (pageOf(head & 0xfc, descriptor.subarray(at + 1, at + 1 + length)) === WEIGHING_PAGE) return true;
    at += 1 + length;
  }
  return false;
}

/** The page that an item names; null for an item that names none. Numbers lie low byte first. */
function pageOf(meaning: number, value: Uint8Array): number | null {
  const number = value.reduceRight((sum, byte) => sum * 0x100 + byte, 0);
  if (meaning === USAGE_PAGE) return number;
  return meaning === USAGE && value.length === 4 ? Math.floor(number / 0x1_0000) : null;
}
