import type { HandlersOf } from '../rpc/handler.ts';

type Own = 'cash.boxes' | 'cash.book' | 'cash.float' | 'debt.advance' | 'debt.inputCredit' | 'debt.list';

export const cashHandlers: HandlersOf<Own> = {} as HandlersOf<Own>;
