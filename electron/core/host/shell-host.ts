import type { HostCallName, HostCalls, MainToCore, PowerEvent, StartConfig } from '../../contract/control.ts';
import { Fault } from '../platform/fault.ts';
import type { ControlLink } from './control-link.ts';
import type { CoreHost } from './core-host.ts';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The shell, as core sees it over the control line. Its answers come in any order; each carries the number of its question. A failure is thrown as a fault. */
export function shellHost(link: ControlLink, config: StartConfig): CoreHost {
  const waiting = new Map<number, Waiting>();
  const powerListeners = new Set<(event: PowerEvent) => void>();
  let lastId = 0;

  const ask = <Name extends HostCallName>(call: Name, input: HostCalls[Name]['input']): Promise<HostCalls[Name]['output']> =>
    new Promise((resolve, reject) => {
      lastId += 1;
      // The shell answers a question with that question's own kind of answer; both ends are compiled from the same types.
      waiting.set(lastId, { resolve: (value) => resolve(value as HostCalls[Name]['output']), reject });
      link.send({ type: 'ask', id: lastId, call, input } as Parameters<ControlLink['send']>[0]);
    });

  const settle = (answer: Extract<MainToCore, { type: 'answer' }>): void => {
    const question = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.ok) question?.resolve(answer.value);
    else question?.reject(new Fault(answer.code, { why: answer.message }));
  };

  link.onMessage((message) => {
    if (message.type === 'answer') settle(message);
    if (message.type === 'power') for (const listener of powerListeners) listener(message.event);
  });
  link.onGone(() => {
    for (const question of waiting.values()) question.reject(new Fault('window_missing'));
    waiting.clear();
  });

  const host: CoreHost = {
    htmlToPdf: (html, options) => ask('html-to-pdf', { html, options }),
    pages: { printers: () => ask('system-printers', {}), print: (pdf, printer) => ask('print-pdf', { pdf, printer }) },
    chooseFile: (request) => ask('choose-file', request),
    showCustomerDisplay: (shown) => ask('customer-display', { shown }),
    openTraining: () => ask('open-training', {}),
    onPower(listener) {
      powerListeners.add(listener);
      return () => void powerListeners.delete(listener);
    },
  };
  if (!config.keyStore) return host;
  return { ...host, sealKey: (bytes) => ask('seal-key', bytes), unsealKey: (bytes) => ask('unseal-key', bytes) };
}
