import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChooseFileRequest } from '../../contract/control.ts';
import type { CommandResult } from '../core-host/core-command.ts';
import type { RescueActions, RescueOutcome } from './rescue-actions.ts';

export interface RescueTools {
  readonly dataFolder: string;
  /** Runs core's command line. */
  readonly command: (args: readonly string[]) => Promise<CommandResult>;
  readonly chooseFile: (request: ChooseFileRequest) => Promise<string | null>;
  /** The titles of the two dialogs, in the person's language. */
  readonly titles: { readonly log: string; readonly backup: string };
}

const cancelled: RescueOutcome = { done: 'cancelled', detail: '' };
const longestLogBytes = 20_000_000;

/** The rescue screen's actions, done by core's own command line, which opens the folder without the window. */
export function rescueCommands(tools: RescueTools): RescueActions {
  return {
    async exportLog() {
      const target = await tools.chooseFile({ kind: 'save', title: tools.titles.log, suggestedName: 'village-station-log.txt' });
      if (target === null) return cancelled;
      await writeFile(target, await collectLogs(join(tools.dataFolder, 'logs')));
      return { done: 'log_saved', detail: target };
    },
    async verifyBooks() {
      const result = await tools.command(['db', 'verify', '--data', tools.dataFolder]);
      return { done: result.exitCode === 0 ? 'books_good' : verdict(result), detail: words(result) };
    },
    async restoreBackup() {
      const backup = await tools.chooseFile({ kind: 'open', title: tools.titles.backup });
      if (backup === null) return cancelled;
      const result = await tools.command(['backup', 'restore', '--from', backup, '--data', tools.dataFolder]);
      return { done: result.exitCode === 0 ? 'restored' : 'failed', detail: words(result) };
    },
  };
}

/** `db verify` answers with JSON when it could look; without it, the looking itself failed. */
function verdict(result: CommandResult): 'books_bad' | 'failed' {
  return result.exitCode === 1 && result.output.trimStart().startsWith('{') ? 'books_bad' : 'failed';
}

function words(result: CommandResult): string {
  return `${result.output}${result.messages}`.trim().slice(0, 2_000);
}

async function collectLogs(folder: string): Promise<string> {
  if (!existsSync(folder)) return '';
  const names = (await readdir(folder)).sort();
  const parts: string[] = [];
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8');
    parts.push(`===== ${name}\n${text.slice(-longestLogBytes)}\n`);
  }
  return parts.join('\n');
}
