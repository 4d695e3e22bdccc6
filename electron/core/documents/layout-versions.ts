/** Version of each layout, stored with a job at its first print. It goes up whenever the same data would look different. */
export const LAYOUT_VERSIONS = {
  ticketReceipt: 'ticket-receipt-4',
  voucherReceipt: 'voucher-receipt-1',
  lotLabel: 'lot-label-2',
  crateLabel: 'crate-label-1',
  parcelLabel: 'parcel-label-2',
  memberCard: 'member-card-1',
  crateTag: 'crate-tag-1',
  sampleLabel: 'sample-label-3',
  priceBoard: 'price-board-1',
  payoutSheet: 'payout-sheet-1',
  queueSlip: 'queue-slip-2',
  returnSlip: 'return-slip-2',
  correctionSlip: 'correction-slip-1',
  crateSlip: 'crate-slip-2',
} as const;

/** Version of each sheet's layout, kept with its first print. */
export const SHEET_LAYOUTS = { day: 1, purchase_note: 1, notice: 1, scale_book: 1, grading: 1, grading_form: 1, statement: 2, payout: 1 } as const;
