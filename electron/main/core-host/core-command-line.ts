import { spawn } from 'node:child_process';
import { app, utilityProcess } from 'electron';
import { developmentNode } from './start-core.ts';

export interface CommandLine {
  readonly entry: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Answers `--station-cli`: core's command line with this process's own standard streams. Gives its exit code. */
export async function runCommandLine({ entry, args, env }: CommandLine): Promise<number> {
  const whole = { ...process.env, ...env };
  const nodePath = developmentNode();
  if (nodePath === null) {
    await app.whenReady();
    return asUtility(entry, args, whole);
  }
  const child = spawn(nodePath, [entry, '--station-cli', ...args], { env: whole, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => resolve(code ?? 1));
    child.on('error', reject);
  });
}

/** A utility process has no standard input of its own, so what arrives here is handed to it in pieces; null is the end. */
function asUtility(entry: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = utilityProcess.fork(entry, ['--station-cli', ...args], { env, stdio: 'inherit', serviceName: 'Village Station command' });
  child.on('spawn', () => {
    process.stdin.on('data', (chunk: Buffer) => child.postMessage({ type: 'stdin', chunk: new Uint8Array(chunk) }));
    process.stdin.on('end', () => child.postMessage({ type: 'stdin', chunk: null }));
  });
  return new Promise((resolve) => {
    child.on('exit', resolve);
  });
}
