import type { HandlerTable } from './rpc/handler.ts';
import { cashHandlers } from './services/cash.service.ts';
import { fileHandlers } from './services/file.service.ts';
import { gradingHandlers } from './services/grading.service.ts';
import { memberHandlers } from './services/member.service.ts';
import { printHandlers } from './services/print.service.ts';
import { productHandlers } from './services/product.service.ts';
import { scaleHandlers } from './services/scale.service.ts';
import { sessionHandlers } from './services/session.service.ts';
import { settlementHandlers } from './services/settlement.service.ts';
import { setupHandlers } from './services/setup.service.ts';
import { systemHandlers } from './services/system.service.ts';
import { ticketHandlers } from './services/ticket.service.ts';

/** Every operation of the contract and what answers it; the compiler refuses a gap. */
export const handlers: HandlerTable = {
  ...sessionHandlers, ...setupHandlers, ...memberHandlers, ...productHandlers, ...ticketHandlers, ...scaleHandlers, ...printHandlers, ...settlementHandlers, ...cashHandlers, ...systemHandlers, ...fileHandlers, ...gradingHandlers,
};
