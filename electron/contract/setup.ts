import { z } from 'zod';
import { defineOperation } from './define.ts';
import { line, locale, nothing, optionalLine, pin, priceE4 } from './fields.ts';

const offeredProduct = z.object({
  code: z.string(), nameZh: z.string(), nameEn: z.string(), mode: z.string(), tradedUnit: z.enum(['kg', 'jin']),
  grades: z.array(z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string(), sellable: z.boolean(), confidence: z.string() })),
});

export const setupOperations = {
  'setup.offer': defineOperation({ kind: 'query', permission: 'public', input: nothing, output: z.object({ products: z.array(offeredProduct) }), refusals: [] }),
  'setup.create': defineOperation({
    kind: 'command', permission: 'public',
    input: z.object({
      locale,
      cooperative: z.object({ name: line(120), creditCode: optionalLine(18), phone: optionalLine(20), address: optionalLine(200) }).strict(),
      station: z.object({ code: z.string().regex(/^[A-Z]{2}\d{2}$/), name: line(80), village: optionalLine(80), deskLetter: z.string().regex(/^[A-Z]$/) }).strict(),
      people: z.array(z.object({ login: z.string().regex(/^[a-z0-9._-]{2,32}$/), name: line(60), role: z.enum(['clerk', 'grader', 'accountant', 'manager']), pin }).strict()).min(2).max(10),
      products: z.array(z.string()).max(40),
      prices: z.array(z.object({ productCode: z.string(), grade: z.string(), priceE4 }).strict()).max(400),
    }).strict(),
    output: z.object({ recoveryCode: z.string() }),
    refusals: ['setup_done', 'manager_and_accountant_needed', 'login_taken', 'pin_weak', 'pins_equal', 'credit_code_invalid', 'product_unknown'],
  }),
  /** Fills an empty training folder with a cooperative of 30 members, products, prices, people, cash in the box and simulated devices. */
  'setup.createTraining': defineOperation({
    kind: 'command', permission: 'public', input: z.object({ locale }).strict(),
    output: z.object({ people: z.array(z.object({ login: z.string(), name: z.string(), pin: z.string() })) }), refusals: ['setup_done'],
  }),
  /** Asks the shell to open the training station in a window of its own. */
  'setup.openTraining': defineOperation({ kind: 'command', permission: 'public', input: nothing, output: z.object({ opened: z.boolean() }), refusals: [] }),
} as const;
