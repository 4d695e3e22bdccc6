import type { HandlersOf } from '../rpc/handler.ts';

type Own = 'settlement.unsettled' | 'settlement.payNow' | 'settlement.quote' | 'settlement.createBatch' | 'settlement.calculate' | 'settlement.cancelRun' | 'settlement.review' | 'settlement.approve' | 'settlement.pay' | 'settlement.batches' | 'settlement.batch' | 'settlement.get' | 'settlement.statement' | 'settlement.payoutSheet' | 'settlement.takeRole';

export const settlementHandlers: HandlersOf<Own> = {} as HandlersOf<Own>;
