import type { Locale } from '../contract/control.ts';

export interface TrainingStart {
  readonly executable: string;
  /** The AppImage file, where the program runs from one: its own executable disappears with the first window. */
  readonly appImage: string | null;
  readonly packaged: boolean;
  /** The application's folder, which an unpackaged runtime wants as its first argument. */
  readonly appPath: string;
  readonly withoutSandbox: boolean;
  readonly locale: Locale;
  readonly dataFolder: string;
  /** True when the books lie in the standard folder, so that the training folder does too. */
  readonly standardFolder: boolean;
}

/** How the training station is started beside this one. Books in a folder of their own have their training folder beside them. */
export function trainingCommand(start: TrainingStart): { readonly command: string; readonly args: readonly string[] } {
  const args = ['--training', '--locale', start.locale];
  if (!start.standardFolder) args.push('--data', `${start.dataFolder}-training`);
  if (start.withoutSandbox) args.unshift('--no-sandbox');
  if (!start.packaged) args.unshift(start.appPath);
  return { command: start.appImage ?? start.executable, args };
}
