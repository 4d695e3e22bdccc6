import type { SheetOrder } from '../../../contract/sheet.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { daySource } from './day-source.ts';
import { gradingFormSource, gradingSource } from './grading-source.ts';
import { noticeSource } from './notice-source.ts';
import { payoutSource } from './payout-source.ts';
import { priceBoardSource } from './price-board-source.ts';
import { purchaseNoteSource } from './purchase-note-source.ts';
import { scaleBookSource } from './scale-book-source.ts';
import type { SheetSource } from './sheet-source.ts';
import { statementSource } from './statement-source.ts';

/** What an order is made from; refuses as its kind does. */
export function sheetSource(context: QueryContext, order: SheetOrder): SheetSource {
  switch (order.kind) {
    case 'day': return daySource(context, order.date);
    case 'purchase_note': return purchaseNoteSource(context, order);
    case 'notice': return noticeSource(context, order);
    case 'scale_book': return scaleBookSource(context, order);
    case 'grading': return gradingSource(context, order);
    case 'grading_form': return gradingFormSource(context, order);
    case 'price_board': return priceBoardSource(context);
    case 'statement': return statementSource(context, order.settlementId);
    case 'payout': return payoutSource(context, order.payoutId);
  }
}
