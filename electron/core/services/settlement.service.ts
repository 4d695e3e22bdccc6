import type { HandlersOf } from '../rpc/handler.ts';
import { ask, change, changeAfter, task } from '../rpc/handler.ts';
import { approveBatch, cancelRun, countPayees, createBatch, reviewBatch, startRun } from './settlement/batches.ts';
import { listBatches, readBatch, readSettlement, readUnsettled } from './settlement/look-back.ts';
import { payNow, quote } from './settlement/pay-now.ts';
import { payBatch } from './settlement/payout.ts';
import { givePayoutSheet } from './settlement/payout-sheet.ts';
import { releaseSettlement } from './settlement/release.ts';
import { returnPayment } from './settlement/return-payment.ts';
import { takeRole } from './settlement/role.ts';

/** From what members are owed to money in their hands. Papers are not kept as replies: they carry names and accounts. */
export const settlementHandlers = {
  'settlement.unsettled': ask(readUnsettled),
  'settlement.payNow': change(payNow),
  'settlement.quote': ask(quote),
  'settlement.createBatch': change(createBatch),
  'settlement.calculate': changeAfter(countPayees, startRun),
  'settlement.cancelRun': change(cancelRun),
  'settlement.review': change(reviewBatch),
  'settlement.approve': change(approveBatch),
  'settlement.pay': change(payBatch),
  'settlement.returnPayment': change(returnPayment),
  'settlement.release': change(releaseSettlement),
  'settlement.batches': ask(listBatches),
  'settlement.batch': ask(readBatch),
  'settlement.get': ask(readSettlement),
  'settlement.payoutSheet': task(givePayoutSheet, { once: false }),
  'settlement.takeRole': change(takeRole),
} satisfies HandlersOf<
  | 'settlement.unsettled' | 'settlement.payNow' | 'settlement.quote' | 'settlement.createBatch' | 'settlement.calculate' | 'settlement.cancelRun' | 'settlement.review' | 'settlement.approve' | 'settlement.pay' | 'settlement.release' | 'settlement.returnPayment'
  | 'settlement.batches' | 'settlement.batch' | 'settlement.get' | 'settlement.payoutSheet' | 'settlement.takeRole'
>;
