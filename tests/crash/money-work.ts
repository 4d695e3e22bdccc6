import type { Envelope } from '../../electron/contract/envelope.ts';
import type { InputOf, OperationName, OutputOf } from '../../electron/contract/operations.ts';
import type { Command } from './desk-driver.ts';
import { accountant, manager } from './people.ts';
import type { Dice } from './seeded.ts';

type Send = (command: Omit<Command, 'commandId'>) => Promise<Envelope<unknown>>;
interface Around { readonly box: string; readonly member: string; readonly dice: Dice }
const debts: ReadonlySet<OperationName> = new Set(['debt.advance', 'debt.inputCredit']);
const reversible: ReadonlySet<OperationName> = new Set([...debts, 'cash.float', 'debt.repay']);

/** Money beside the goods: debts made, paid in and booked back, and payments that came back. Remembers what was acknowledged. */
export class MoneyWork {
  readonly #debts: string[] = [];
  readonly #documents: string[] = [];
  readonly #paid: string[] = [];
  readonly #send: Send;
  readonly #around: () => Around;

  constructor(send: Send, around: () => Around) {
    this.#send = send;
    this.#around = around;
  }

  /** Called for every acknowledged command, also for one asked again after a death. */
  answered(op: OperationName, input: unknown, data: unknown): void {
    if (debts.has(op)) this.#debts.push((data as { id: string }).id);
    if (reversible.has(op)) this.#documents.push((data as { id: string }).id);
    if (op === 'cash.reverse') this.#documents.splice(this.#documents.indexOf((input as InputOf<'cash.reverse'>).id), 1);
    if (op === 'settlement.payNow') this.#paid.push((data as OutputOf<'settlement.payNow'>).settlementId);
    if (op === 'settlement.returnPayment') this.#paid.splice(this.#paid.indexOf((input as InputOf<'settlement.returnPayment'>).id), 1);
  }

  async work(): Promise<void> {
    const { box, member, dice } = this.#around();
    const amountFen = 1 + dice.below(20_000);
    const choice = dice.below(8);
    if (choice >= 6 && this.#documents.length > 0) await this.#send({ as: 'zhang', op: 'cash.reverse', input: { id: dice.pick(this.#documents), reason: '金额记错了' }, approval: accountant });
    else if (choice === 5 && this.#paid.length > 0) await this.#send({ as: 'li', op: 'settlement.returnPayment', input: { id: dice.pick(this.#paid), reason: '人没有来领' }, approval: manager });
    else if (choice >= 3 && this.#debts.length > 0) await this.#send({ as: 'zhang', op: 'debt.repay', input: { id: dice.pick(this.#debts.slice(-3)), cashBoxId: box, amountFen: 1 + dice.below(500) } });
    else if (choice === 0) await this.#send({ as: 'li', op: 'cash.float', input: { cashBoxId: box, direction: 'in', amountFen, note: '备用金' }, approval: manager });
    else if (choice === 1) await this.#send({ as: 'zhang', op: 'debt.inputCredit', input: { memberId: member, goods: '复合肥', amountFen, consent: '同意' }, approval: accountant });
    else await this.#send({ as: 'zhang', op: 'debt.advance', input: { memberId: member, cashBoxId: box, amountFen, consent: '同意' }, approval: accountant });
  }
}
