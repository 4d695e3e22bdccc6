import { resolve } from 'node:path';
import type { Locale, StationKind } from '../contract/control.ts';

/** What the person (or a test) asked for on the command line. */
export interface LaunchOptions {
  readonly kind: StationKind;
  readonly locale: Locale;
  /** Absolute; null means the standard folder of the kind. */
  readonly dataFolder: string | null;
  /** Everything behind `--station-cli`, or null when a window is wanted. */
  readonly stationCli: readonly string[] | null;
}

/** Reads `--data <folder>`, `--training`, `--locale zh|en` and `--station-cli <verb…>`. Chinese comes first; what is unknown is left alone. */
export function readLaunchOptions(argv: readonly string[], workingFolder: string): LaunchOptions {
  const cliAt = argv.indexOf('--station-cli');
  const own = cliAt === -1 ? argv : argv.slice(0, cliAt);
  const data = optionValue(own, '--data');
  return {
    kind: own.includes('--training') ? 'training' : 'live',
    locale: optionValue(own, '--locale') === 'en' ? 'en' : 'zh',
    dataFolder: data === null ? null : resolve(workingFolder, data),
    stationCli: cliAt === -1 ? null : argv.slice(cliAt + 1),
  };
}

/** The value of `--name value` or `--name=value`; null when it is absent or when another option stands in its place. */
function optionValue(argv: readonly string[], name: string): string | null {
  const joined = argv.find((part) => part.startsWith(`${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 1);
  const at = argv.indexOf(name);
  const next = at === -1 ? undefined : argv[at + 1];
  return next === undefined || next.startsWith('--') ? null : next;
}
