import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { InputOf, OperationName, OutputOf } from '../../electron/contract/operations.ts';
import { projectNode, projectRoot } from '../../resources/tools/runtime.mjs';

/** People of the practice station. */
export const clerk = { user: 'siban', pin: '3690' };
export const manager = { user: 'zhanzhang', pin: '2580' };
export type Person = typeof clerk;

/** The command line on the running core, as it was built: one request a line, one answer a line. */
export class CoreTalk {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #answers: AsyncIterator<string>;

  constructor(data: string, environment: NodeJS.ProcessEnv) {
    this.#child = spawn(projectNode, [join(projectRoot, 'out/main/core.cjs'), '--station-cli', 'call', '--stdin', '--training', '--data', data], {
      env: { ...environment, STATION_RESOURCES: join(projectRoot, 'resources') },
    });
    this.#answers = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  async ask<N extends OperationName>(op: N, input: InputOf<N>, as: Person | null): Promise<OutputOf<N>> {
    this.#child.stdin.write(`${JSON.stringify({ op, input, ...(as === null ? {} : { as }) })}\n`);
    const line = await this.#answers.next();
    const reply = JSON.parse(line.value as string) as { ok: boolean; data: OutputOf<N> };
    if (!reply.ok) throw new Error(`${op}: ${JSON.stringify(reply)}`);
    return reply.data;
  }

  end(): Promise<void> {
    return new Promise((resolve) => {
      this.#child.once('close', () => resolve());
      this.#child.stdin.end();
    });
  }
}
