// A core that opens no database: it answers what a test asks, over whichever transport the shell gave it.
import type { PdfOptions, PowerEvent } from '../../../electron/contract/control.ts';
import { runCoreProcess } from '../../../electron/core/host/core-entry.ts';
import type { HostedCore, HostedCoreConfig } from '../../../electron/core/host/run-core.ts';

interface Call {
  readonly id: number;
  readonly op: string;
  readonly input?: unknown;
}

const heard: PowerEvent[] = [];

async function reply(call: Call, config: HostedCoreConfig, scope: string): Promise<unknown> {
  const { host } = config;
  switch (call.op) {
    case 'echo': return call.input;
    case 'about': return { pid: process.pid, scope, kind: config.kind, paths: config.paths, host: 'parentPort' in process && process.parentPort ? 'utility' : 'child', sealed: host.sealKey !== undefined };
    case 'pdf': return host.htmlToPdf(call.input as string, { paper: 'A4' } satisfies PdfOptions);
    case 'choose': return host.chooseFile({ kind: 'open' });
    case 'customer': return host.showCustomerDisplay?.(call.input === true);
    case 'power': return heard;
    case 'die': return process.exit(7);
    default: throw new Error(`The fake core knows no ${call.op}.`);
  }
}

async function start(config: HostedCoreConfig): Promise<HostedCore> {
  const failure = process.env['FAKE_CORE_FAILURE'];
  if (failure !== undefined) throw Object.assign(new Error('The fake core was told to fail.'), { code: failure });
  config.host.onPower?.((event) => heard.push(event));
  return {
    serve(channel, window) {
      channel.onMessage((message) => {
        const call = message as Call;
        reply(call, config, window.scope).then(
          (data) => channel.post({ id: call.id, data }),
          (error: unknown) => channel.post({ id: call.id, error: String(error) }),
        );
      });
      return () => {};
    },
    async stop() {
      if (process.env['FAKE_CORE_NEVER_STOPS'] !== undefined) await new Promise(() => {});
    },
  };
}

async function commandLine(args: readonly string[], input: NodeJS.ReadableStream): Promise<number> {
  const pieces: string[] = [];
  if (args.includes('--stdin')) for await (const piece of input) pieces.push(String(piece));
  process.stdout.write(`${JSON.stringify({ args, input: pieces.join('') })}\n`);
  process.stderr.write('said on standard error\n');
  return args[0] === 'db' ? 0 : 3;
}

runCoreProcess({ start, commandLine });
