// The entry of the core process: under the shell (either transport), or as the command line with `--station-cli`.
import { runCoreProcess } from './host/core-entry.ts';
import { sleepCountingClock } from './platform/clock.ts';
import { startCore } from './start.ts';

runCoreProcess({ start: (config) => startCore({ ...config, guardClock: sleepCountingClock, isAtWork: true }), commandLine: async (args, input) => (await import('./cli/station.ts')).commandLine(args, input) });
