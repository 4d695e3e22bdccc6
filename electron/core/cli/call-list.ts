import { z } from 'zod';
import { commonRefusals } from '../../contract/define.ts';
import type { Operation } from '../../contract/define.ts';
import { operations } from '../../contract/operations.ts';
import { answer } from './words.ts';

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): unknown => z.toJSONSchema(schema, { unrepresentable: 'any', io });

/** `call --list`: every operation on a line of its own, with its kind, right, refusals and the JSON Schemas of what goes in and comes out. */
export function callList(): number {
  for (const [op, operation] of Object.entries<Operation>(operations)) {
    answer({
      op, kind: operation.kind, permission: operation.permission, approval: operation.approval ?? null,
      refusals: [...operation.refusals, ...commonRefusals.filter((code) => !operation.refusals.includes(code))],
      input: schemaOf(operation.input, 'input'), output: schemaOf(operation.output, 'output'),
    });
  }
  return 0;
}
