import { childLink } from './child-link.ts';
import type { ControlLink } from './control-link.ts';
import { handedStdin } from './handed-stdin.ts';
import { runCore, type CoreStarter } from './run-core.ts';
import { parentPortOf, utilityLink } from './utility-link.ts';

/** Runs the command line and gives its exit code. */
export type CommandLineRunner = (args: readonly string[], input: NodeJS.ReadableStream) => Promise<number>;

export interface CoreProgram {
  readonly start: CoreStarter;
  /** Absent in a core that only serves windows. */
  readonly commandLine?: CommandLineRunner;
}

const commandLineFlag = '--station-cli';

/** The whole of a core process: the command line when it is asked for, else core under the shell. */
export function runCoreProcess(program: CoreProgram): void {
  const flagAt = process.argv.indexOf(commandLineFlag);
  if (flagAt === -1) runCore(linkToShell(), program.start, (code) => process.exit(code));
  else runCommandLine(program.commandLine, process.argv.slice(flagAt + 1));
}

function linkToShell(): ControlLink {
  const parent = parentPortOf(process);
  if (parent !== null) return utilityLink(parent);
  if (process.send !== undefined) return childLink(process);
  throw new Error(`Core is started by the shell, or with ${commandLineFlag} for the command line.`);
}

function runCommandLine(commandLine: CommandLineRunner | undefined, args: readonly string[]): void {
  if (commandLine === undefined) throw new Error('This core has no command line.');
  const parent = parentPortOf(process);
  const input = parent === null ? process.stdin : handedStdin(parent);
  commandLine(args, input).then(
    (code) => endWhenWritten(code),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
      endWhenWritten(2);
    },
  );
}

/** A pipe may still hold the last lines; ending at once would cut them off. */
function endWhenWritten(code: number): void {
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
}
