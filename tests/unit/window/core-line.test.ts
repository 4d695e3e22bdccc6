import { createBirpc } from 'birpc';
import { describe, expect, it } from 'vitest';
import type { CallRequest, CoreFunctions, Envelope, WindowFunctions } from '../../../electron/contract/envelope.ts';
import { createCoreLine, type CoreLine } from '../../../renderer/api/core-line.ts';

type Answer = (request: CallRequest) => Promise<Envelope<unknown>>;

/** A core behind a real message channel; answers what the test says and remembers what it was asked. */
function connectCore(line: CoreLine, generation: number, answer: Answer): { asked: CallRequest[]; tell: (name: string, payload: unknown) => void; close: () => void } {
  const { port1, port2 } = new MessageChannel();
  const asked: CallRequest[] = [];
  const page = createBirpc<WindowFunctions, CoreFunctions>({ call: (request) => { asked.push(request); return answer(request); } }, {
    post: (message) => port1.postMessage(message),
    on: (listener) => { port1.onmessage = (event: MessageEvent<unknown>) => listener(event.data); },
  });
  line.connect(port2, { state: 'ready', scope: 'desk', locale: 'zh', kind: 'training', generation });
  return { asked, tell: (name, payload) => void page.event.asEvent(name, payload), close: () => port1.close() };
}

const never: Answer = () => new Promise(() => undefined);
const fine: Answer = (request) => Promise.resolve({ ok: true, data: request.commandId });
const command: CallRequest = { op: 'ticket.post', input: { draft: 'x' }, commandId: '01JD0000000000000000000001' };

describe('the line from the window to core', () => {
  it('asks an unanswered command again on the new line, word for word and with the same id', async () => {
    const line = createCoreLine();
    const first = connectCore(line, 1, never);
    const reply = line.ask(command);
    await expect.poll(() => first.asked.length).toBe(1);
    line.lose();
    expect(line.state().state).toBe('lost');
    const second = connectCore(line, 2, fine);
    expect(await reply).toEqual({ ok: true, data: command.commandId });
    expect(second.asked).toEqual([command]);
    first.close();
    second.close();
  });

  it('holds what is asked before core is there until it comes', async () => {
    const line = createCoreLine();
    const reply = line.ask(command);
    const core = connectCore(line, 1, fine);
    expect(await reply).toEqual({ ok: true, data: command.commandId });
    core.close();
  });

  it('moves to a new port although the old one never said that it was gone', async () => {
    const line = createCoreLine();
    const first = connectCore(line, 1, never);
    const reply = line.ask(command);
    await expect.poll(() => first.asked.length).toBe(1);
    const second = connectCore(line, 2, fine);
    expect((await reply).ok).toBe(true);
    first.close();
    second.close();
  });

  it('passes a bug of core on instead of asking for ever', async () => {
    const line = createCoreLine();
    const core = connectCore(line, 1, () => Promise.reject(new Error('assertion')));
    await expect(line.ask(command)).rejects.toThrow('assertion');
    core.close();
  });

  it('hands events to whoever listens, and to nobody after they stop', async () => {
    const line = createCoreLine();
    const heard: string[] = [];
    const stop = line.onEvent((name) => heard.push(name));
    const core = connectCore(line, 1, fine);
    core.tell('changed', { op: 'ticket.post' });
    await expect.poll(() => heard).toEqual(['changed']);
    stop();
    core.tell('changed', {});
    await line.ask(command);
    expect(heard).toEqual(['changed']);
    core.close();
  });
});
