import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectNode, projectRoot } from '../../../resources/tools/runtime.mjs';
import type { InputOf, OperationName, OutputOf } from '../../../electron/contract/operations.ts';

export interface Approver { readonly user: string; readonly pin: string }

/** The command line on the running core, one process for the whole story: one request a line, one answer a line. */
export interface CoreTalk {
  ask<N extends OperationName>(as: Approver, op: N, input: InputOf<N>, approval?: Approver): Promise<OutputOf<N>>;
  end(): Promise<void>;
}

export function openCoreTalk(data: string, environment: NodeJS.ProcessEnv): CoreTalk {
  const child = spawn(projectNode, [join(projectRoot, 'resources/tools/station.mjs'), 'call', '--stdin', '--training', '--data', data], { env: environment, stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(as, op, input, approval) {
      child.stdin.write(`${JSON.stringify({ as, op, input, ...(approval ? { approval } : {}) })}\n`);
      const line = await answers.next();
      const reply = JSON.parse(String(line.value)) as { ok: boolean; data: never };
      if (!reply.ok) throw new Error(`${op}: ${JSON.stringify(reply)}`);
      return reply.data;
    },
    async end() {
      const closed = once(child, 'close');
      child.stdin.end();
      await closed;
    },
  };
}
