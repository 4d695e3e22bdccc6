import type { z } from 'zod';
import type { CommonRefusal } from './define.ts';
import { contractOperations } from './contract.ts';
import { crateOperations } from './crate.ts';
import { deductionOperations } from './deduction.ts';
import { displayOperations } from './display.ts';
import { fileOperations } from './file.ts';
import { gradingOperations } from './grading.ts';
import { memberOperations } from './member.ts';
import { photoOperations } from './photo.ts';
import { printOperations } from './printing.ts';
import { productOperations } from './product.ts';
import { scaleDetectionOperations } from './scale-detection.ts';
import { scaleExpressionOperations } from './scale-expression.ts';
import { scaleBookOperations } from './scale-book.ts';
import { queueOperations } from './queue.ts';
import { labelLayoutOperations } from './label-layout.ts';
import { slipLayoutOperations } from './slip-layout.ts';
import { scaleOperations } from './scale.ts';
import { sessionOperations, userOperations } from './session.ts';
import { cashOperations, settlementOperations } from './settlement.ts';
import { setupOperations } from './setup.ts';
import { sheetOperations } from './sheet.ts';
import { statementRunOperations } from './statement-run.ts';
import { systemOperations } from './system.ts';
import { ticketOperations } from './ticket.ts';
import { ticketProofOperations } from './ticket-proof.ts';

/** Everything that may be asked of core. The window, the command line and the handler table all follow from this map. */
export const operations = {
  ...sessionOperations, ...userOperations, ...setupOperations, ...memberOperations, ...productOperations, ...ticketOperations,
  ...scaleOperations, ...scaleDetectionOperations, ...printOperations, ...settlementOperations, ...cashOperations, ...systemOperations, ...fileOperations, ...scaleBookOperations, ...ticketProofOperations,
  ...displayOperations,
  ...photoOperations,
  ...queueOperations, ...crateOperations,
  ...gradingOperations,
  ...scaleExpressionOperations,
  ...contractOperations,
  ...deductionOperations,
  ...labelLayoutOperations,
  ...slipLayoutOperations,
  ...sheetOperations, ...statementRunOperations,
} as const;

export type Operations = typeof operations;
export type OperationName = keyof Operations;
/** What a caller sends (defaults may be left out). */
export type InputOf<N extends OperationName> = z.input<Operations[N]['input']>;
/** What a handler receives (defaults filled in). */
export type ParsedInputOf<N extends OperationName> = z.output<Operations[N]['input']>;
export type OutputOf<N extends OperationName> = z.output<Operations[N]['output']>;
export type RefusalOf<N extends OperationName> = Operations[N]['refusals'][number] | CommonRefusal;

export const isOperationName = (name: string): name is OperationName => Object.hasOwn(operations, name);
