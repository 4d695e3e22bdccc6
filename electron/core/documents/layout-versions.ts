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
export const SHEET_LAYOUTS = { day: 3, purchase_note: 3, notice: 3, scale_book: 3, grading: 3, grading_form: 3, statement: 4, payout: 3, price_board: 2 } as const;
