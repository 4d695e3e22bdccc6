import type { ReceiptDocument } from './receipt-document.ts';

/** A slip as text, to be kept beside its bytes: whatever a builder or a layout becomes, the same slip can be laid out again for any paper. */
export function writeStoredSlip(document: ReceiptDocument): string {
  return JSON.stringify(document, (_key, value: unknown) => (value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value));
}

const isBytes = (value: unknown): value is { readonly base64: string } => typeof value === 'object' && value !== null && typeof (value as { base64?: unknown }).base64 === 'string';

/** Only ever reads what {@link writeStoredSlip} wrote. */
export function readStoredSlip(text: string): ReceiptDocument {
  return JSON.parse(text, (_key, value: unknown) => (isBytes(value) ? new Uint8Array(Buffer.from(value.base64, 'base64')) : value)) as ReceiptDocument;
}
