import type { HandlersOf } from '../rpc/handler.ts';
import { ask, change, changeAfter } from '../rpc/handler.ts';
import { bookStates, listBook, saveBookRules } from './scale-book/book.ts';
import { enterCertificate, enterPermit, enterService, enterTest, enterZero, readScale } from './scale-book/enter.ts';

type Own = 'scale_book.state' | 'scale_book.list' | 'scale_book.zero' | 'scale_book.test' | 'scale_book.certificate' | 'scale_book.withdraw' | 'scale_book.restore' | 'scale_book.permit' | 'scale_book.configure';

/** The book of each scale: what was checked, by whom, and whether it may weigh today. */
export const scaleBookHandlers = {
  'scale_book.state': ask(bookStates),
  'scale_book.list': ask(listBook),
  'scale_book.zero': changeAfter((context, input) => Promise.resolve().then(() => readScale(context, input)), enterZero),
  'scale_book.test': changeAfter((context, input) => Promise.resolve().then(() => readScale(context, input)), enterTest),
  'scale_book.certificate': change(enterCertificate),
  'scale_book.withdraw': change((context, input) => enterService(context, input, 'out_of_service')),
  'scale_book.restore': change((context, input) => enterService(context, input, 'back_in_service')),
  'scale_book.permit': change(enterPermit),
  'scale_book.configure': change(saveBookRules),
} satisfies HandlersOf<Own>;
