import type { HandlerTable } from './rpc/handler.ts';
import { cashHandlers } from './services/cash.service.ts';
import { contractHandlers } from './services/contract.service.ts';
import { crateHandlers } from './services/crate.service.ts';
import { deductionHandlers } from './services/deduction.service.ts';
import { displayHandlers } from './services/display.service.ts';
import { fileHandlers } from './services/file.service.ts';
import { gradingHandlers } from './services/grading.service.ts';
import { memberHandlers } from './services/member.service.ts';
import { photoHandlers } from './services/photo.service.ts';
import { printHandlers } from './services/print.service.ts';
import { printerHandlers } from './services/printer.service.ts';
import { productHandlers } from './services/product.service.ts';
import { scaleDetectionHandlers } from './services/scale-detection.ts';
import { scaleExpressionHandlers } from './services/scale-expression.ts';
import { scaleBookHandlers } from './services/scale-book.service.ts';
import { queueHandlers } from './services/queue.service.ts';
import { scaleHandlers } from './services/scale.service.ts';
import { sessionHandlers } from './services/session.service.ts';
import { settlementHandlers } from './services/settlement.service.ts';
import { setupHandlers } from './services/setup.service.ts';
import { labelLayoutHandlers } from './services/label-layout.service.ts';
import { slipLayoutHandlers } from './services/slip-layout.service.ts';
import { sheetHandlers } from './services/sheet.service.ts';
import { systemHandlers } from './services/system.service.ts';
import { ticketHandlers } from './services/ticket.service.ts';

/** Every operation of the contract and what answers it; the compiler refuses a gap. */
export const handlers: HandlerTable = {
  ...sessionHandlers, ...setupHandlers, ...memberHandlers, ...productHandlers, ...ticketHandlers, ...scaleHandlers, ...scaleDetectionHandlers, ...printHandlers, ...printerHandlers, ...settlementHandlers, ...cashHandlers, ...systemHandlers, ...fileHandlers, ...scaleBookHandlers,
  ...displayHandlers,
  ...photoHandlers,
  ...queueHandlers, ...crateHandlers,
  ...gradingHandlers,
  ...scaleExpressionHandlers,
  ...contractHandlers,
  ...deductionHandlers,
  ...labelLayoutHandlers,
  ...slipLayoutHandlers,
  ...sheetHandlers,
};
