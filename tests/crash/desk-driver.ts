import { ulid } from 'ulid';
import type { Approval, Envelope } from '../../electron/contract/envelope.ts';
import type { InputOf, OperationName, OutputOf } from '../../electron/contract/operations.ts';
import { lineAmountFen } from '../../electron/domain/line-amount.ts';
import type { Dice } from './seeded.ts';
import type { KillableCore } from './killable-core.ts';
import { MoneyWork } from './money-work.ts';
import { accountant, manager, pins } from './people.ts';
import { Unanswered } from './killable-core.ts';
import { YardMemory, draftSave, secondPass } from './yard-work.ts';
import type { KeptDraft } from './yard-work.ts';

export interface Command { readonly as: string; readonly op: OperationName; readonly input: unknown; readonly commandId: string; readonly approval?: Approval | undefined }
export interface Acknowledged { readonly command: Command; readonly reply: Envelope<unknown> }

/** Works at the desk, remembers what was acknowledged, and after each death asks again for what was not. */
export class DeskDriver {
  readonly acknowledged: Acknowledged[] = [];
  readonly tickets: string[] = [];
  readonly yard = new YardMemory();
  #members: string[] = [];
  #goods = { productId: '', grade: '', priceE4: 0 };
  #box = '';
  #unanswered: Command | null = null;
  readonly #money = new MoneyWork((command) => this.#send(command), () => ({ box: this.#box, member: this.#dice.pick(this.#members), dice: this.#dice }));
  readonly #core: KillableCore;
  readonly #dice: Dice;

  constructor(core: KillableCore, random: Dice) {
    this.#core = core;
    this.#dice = random;
  }

  async #must<N extends OperationName>(as: string, op: N, input: InputOf<N>, approval?: Approval): Promise<OutputOf<N>> {
    const reply = await this.#core.call(as, op, input, ulid(), approval);
    if (!reply.ok) throw new Error(`${op}: ${JSON.stringify(reply)}`);
    return reply.data;
  }

  /** Founds the station, fills the cash box and adds the members. */
  async begin(): Promise<void> {
    const offer = await this.#must('nobody', 'setup.offer', {});
    const product = offer.products.find((candidate) => candidate.code === 'SWPO-ZY');
    const grade = product?.grades[0]?.id ?? '';
    await this.#must('nobody', 'setup.create', {
      locale: 'zh', cooperative: { name: '示例合作社', creditCode: null, phone: null, address: null }, station: { code: 'GZ01', name: '示例站', village: null, deskLetter: 'A' },
      people: [{ login: 'wang', name: '王站长', role: 'manager', pin: pins.wang }, { login: 'li', name: '李会计', role: 'accountant', pin: pins.li }, { login: 'zhang', name: '张司磅', role: 'clerk', pin: pins.zhang }],
      products: ['SWPO-ZY'], prices: [{ productCode: 'SWPO-ZY', grade, priceE4: 36_600 }],
    });
    await this.signIn();
    const products = await this.#must('zhang', 'product.list', {});
    this.#goods = { productId: products.rows[0]?.id ?? '', grade, priceE4: 36_600 };
    for (const name of ['杨通明', '吴秀英', '潘老五']) {
      this.#members.push((await this.#must('zhang', 'member.quickAdd', { name, nickname: null, houseGroup: '一组', kind: 'member', phone: null, acceptDuplicate: true })).id);
    }
    this.#box = (await this.#must('zhang', 'cash.boxes', {})).rows[0]?.id ?? '';
    await this.#must('li', 'cash.float', { cashBoxId: this.#box, direction: 'in', amountFen: 50_000_000, note: '备用金' }, manager);
  }

  async signIn(): Promise<void> {
    for (const login of ['wang', 'li', 'zhang'] as const) await this.#must(login, 'session.signIn', { user: login, pin: pins[login] });
  }

  /** One piece of work chosen by the dice: mostly tickets, sometimes a reversal, a payment, a batch. */
  async work(): Promise<void> {
    const choice = this.#dice.below(20);
    if (choice >= 16) await this.#money.work();
    else if (choice >= 10) await this.#yardWork(choice - 10);
    else if (choice < 6 || this.tickets.length === 0) await this.post();
    else if (choice < 8) await this.#reverse();
    else if (choice < 9) await this.#payNow();
    else await this.#batch();
  }

  async #send(command: Omit<Command, 'commandId'>): Promise<Envelope<unknown>> {
    const whole: Command = { ...command, commandId: ulid() };
    this.#unanswered = whole;
    const reply = await this.#core.call(whole.as, whole.op, whole.input as never, whole.commandId, whole.approval);
    this.#answered(whole, reply);
    return reply;
  }

  #answered(command: Command, reply: Envelope<unknown>): void {
    this.#unanswered = null;
    if (!reply.ok && 'fault' in reply) throw new Error(`${command.op} failed: ${JSON.stringify(reply)}`);
    if (!reply.ok) return;
    if (command.op === 'queue.take') this.yard.numbers.push((reply.data as { label: string }).label);
    if (command.op === 'draft.save') {
      this.#draftSaved(command.input as InputOf<'draft.save'>);
      return;
    }
    this.acknowledged.push({ command, reply });
    this.#money.answered(command.op, command.input, reply.data);
    if (command.op === 'ticket.post') {
      this.tickets.push((reply.data as { id: string }).id);
      this.yard.drafts.delete((command.input as InputOf<'ticket.post'>).draftId);
    }
  }

  /** After a restart the command without an answer is sent again under its old id. */
  async askAgain(): Promise<void> {
    const command = this.#unanswered;
    if (!command) return;
    this.#answered(command, await this.#core.call(command.as, command.op, command.input as never, command.commandId, command.approval));
  }

  async post(): Promise<void> {
    const gross = 10_000 + this.#dice.below(90_000);
    const tare = this.#dice.below(2) === 0 ? 0 : 900;
    const grossId = await this.#core.weigh(gross);
    const net = gross - tare;
    const { productId, grade, priceE4 } = this.#goods;
    const shares = this.#dice.below(4) === 0 ? this.#members.slice(0, 2).map((memberId, index) => ({ memberId, share: index + 1 })) : [{ memberId: this.#dice.pick(this.#members), share: 1 }];
    const input: InputOf<'ticket.post'> = {
      draftId: ulid(), owners: shares, productId,
      baskets: [{ gross: { kind: 'reading', readingId: grossId, grams: gross }, tare: tare === 0 ? { kind: 'none' } : { kind: 'reading', readingId: await this.#core.weigh(tare), grams: tare } }],
      returnedGrams: 0, sortingLossGrams: 0, measures: [], parts: [{ grade, netGrams: null, overrideReason: '手工定级', deductions: [] }], paperNo: null, note: null, expectedTotalFen: lineAmountFen(net, priceE4),
    };
    await this.#send({ as: 'zhang', op: 'ticket.post', input });
  }

  #entering: KeptDraft | null = null;

  #draftSaved(input: InputOf<'draft.save'>): void {
    const known = this.yard.drafts.get(input.id) ?? this.#entering;
    if (known?.id === input.id) this.yard.saved(input, known);
  }

  /** Vehicles in and out of the yard, keystrokes in their drafts, numbers on arrival. */
  async #yardWork(choice: number): Promise<void> {
    const waiting = [...this.yard.drafts.values()];
    const draft = waiting.length === 0 ? null : this.#dice.pick(waiting);
    if (choice === 0) await this.#send({ as: 'zhang', op: 'queue.take', input: { memberId: this.#dice.below(2) === 0 ? null : this.#dice.pick(this.#members), productId: null } });
    else if (draft !== null && choice < 3) await this.#send({ as: 'zhang', op: 'draft.save', input: draftSave(draft, draft.revision + 1) });
    else if (draft !== null && choice < 4) await this.#postFromYard(draft);
    else {
      const gross = 1_000_000 + this.#dice.below(2_000_000);
      this.#entering = this.yard.enter(await this.#core.weigh(gross), gross, this.#members, this.#dice);
      await this.#send({ as: 'zhang', op: 'draft.save', input: draftSave(this.#entering, 1) });
    }
  }

  async #postFromYard(draft: KeptDraft): Promise<void> {
    const second = 500_000 + this.#dice.below(400_000) + (this.#dice.below(5) === 0 ? 3_000_000 : 0);
    const { productId, grade, priceE4 } = this.#goods;
    const input: InputOf<'ticket.post'> = {
      draftId: draft.id, owners: [...draft.owners], productId, baskets: [secondPass(draft, await this.#core.weigh(second), second)], returnedGrams: 0, sortingLossGrams: 0, measures: [],
      parts: [{ grade, netGrams: null, overrideReason: '手工定级', deductions: [] }], paperNo: null, note: '贵A', expectedTotalFen: lineAmountFen(Math.abs(draft.first.grams - second), priceE4),
    };
    await this.#send({ as: 'zhang', op: 'ticket.post', input });
  }

  async #reverse(): Promise<void> {
    await this.#send({ as: 'zhang', op: 'ticket.reverse', input: { id: this.#dice.pick(this.tickets), reason: '称错' }, approval: accountant });
  }

  async #payNow(): Promise<void> {
    await this.#send({ as: 'zhang', op: 'settlement.payNow', input: { memberId: this.#dice.pick(this.#members), cashBoxId: this.#box }, approval: accountant });
  }

  /** The batch on its way; a death leaves it where it was, and the next hand takes it up there. */
  #batchId: string | null = null;

  async #batch(): Promise<void> {
    this.#batchId ??= await this.#openBatch();
    if (this.#batchId === null) return;
    const input = { id: this.#batchId };
    for (let step = 0; step < 100; step += 1) {
      const { state } = await this.#must('li', 'settlement.batch', input);
      if (state === 'paid' || state === 'cancelled') break;
      const reply = await this.#nextStep(state, input);
      if (reply?.ok === false) break;
    }
    this.#batchId = null;
  }

  async #openBatch(): Promise<string | null> {
    const { businessDate } = await this.#must('li', 'session.state', {});
    const created = await this.#send({ as: 'li', op: 'settlement.createBatch', input: { title: '本旬', dateFrom: businessDate, dateTo: businessDate, productId: null, capBp: 5_000 } });
    return created.ok ? (created.data as { id: string }).id : null;
  }

  async #nextStep(state: OutputOf<'settlement.batch'>['state'], input: { readonly id: string }): Promise<Envelope<unknown> | null> {
    if (state === 'open' || state === 'stale') return this.#send({ as: 'li', op: 'settlement.calculate', input });
    if (state === 'calculated') return this.#send({ as: 'li', op: 'settlement.review', input });
    if (state === 'reviewed') return this.#send({ as: 'li', op: 'settlement.approve', input, approval: manager });
    if (state === 'approved' || state === 'partly_paid') return this.#send({ as: 'li', op: 'settlement.pay', input: { ...input, method: 'cash', cashBoxId: this.#box }, approval: manager });
    await new Promise((done) => setTimeout(done, 10));
    return null;
  }

  /** Works until the core dies under it. */
  async workUntilDeath(): Promise<void> {
    try {
      for (;;) await this.work();
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
    }
  }
}
