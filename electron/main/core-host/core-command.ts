import { spawn } from 'node:child_process';
import { utilityProcess } from 'electron';
import { developmentNode } from './start-core.ts';

export interface CommandResult {
  readonly exitCode: number;
  readonly output: string;
  readonly messages: string;
}

export interface CommandOptions {
  readonly entry: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const longestText = 200_000;

/** Runs core's command line in a process of its own and collects what it says. */
export function runCoreCommand({ entry, args, env }: CommandOptions): Promise<CommandResult> {
  const nodePath = developmentNode();
  const whole = { ...process.env, ...env };
  const child = nodePath === null
    ? utilityProcess.fork(entry, ['--station-cli', ...args], { env: whole, stdio: 'pipe', serviceName: 'Village Station command' })
    : spawn(nodePath, [entry, '--station-cli', ...args], { env: whole, stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    const output = collect(child.stdout);
    const messages = collect(child.stderr);
    // Node's event has a code or a signal, Electron's always a number; both are called "exit".
    const onExit = (code: number | null): void => resolve({ exitCode: code ?? 1, output: output(), messages: messages() });
    if (nodePath === null) (child as Electron.UtilityProcess).on('exit', onExit);
    else (child as ReturnType<typeof spawn>).on('close', onExit).on('error', reject);
  });
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  let text = '';
  stream?.setEncoding('utf8');
  stream?.on('data', (part: string) => {
    if (text.length < longestText) text += part;
  });
  return () => text;
}
