/** Version of each layout, stored with a job at its first print. It goes up whenever the same data would look different. */
export const LAYOUT_VERSIONS = {
  ticketReceipt: 'ticket-receipt-4',
  voucherReceipt: 'voucher-receipt-2',
  lotLabel: 'lot-label-3',
  crateLabel: 'crate-label-2',
  parcelLabel: 'parcel-label-3',
  memberCard: 'member-card-2',
  crateTag: 'crate-tag-2',
  sampleLabel: 'sample-label-4',
  payoutSheet: 'payout-sheet-1',
  queueSlip: 'queue-slip-2',
  returnSlip: 'return-slip-2',
  correctionSlip: 'correction-slip-2',
  crateSlip: 'crate-slip-3',
} as const;

/** Version of each sheet's layout, kept with its first print. */
export const SHEET_LAYOUTS = { day: 2, purchase_note: 2, notice: 2, scale_book: 2, grading: 2, grading_form: 2, statement: 3, payout: 2, price_board: 1 } as const;
