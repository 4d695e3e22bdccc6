// The entry of the core process: under the shell (either transport), or as the command line with `--station-cli`.
import { runCoreProcess } from './host/core-entry.ts';
import { startCore } from './start.ts';

runCoreProcess({ start: startCore });
