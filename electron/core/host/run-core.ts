import type { Locale, StartConfig, StationKind, StationPaths, WindowScope } from '../../contract/control.ts';
import type { Channel } from '../rpc/channel.ts';
import type { ControlLink } from './control-link.ts';
import type { CoreHost } from './core-host.ts';
import { shellHost } from './shell-host.ts';

/** What a running core offers its host. */
export interface HostedCore {
  /** Answers one window until the returned function is called. */
  serve(channel: Channel, window: { scope: WindowScope; locale: Locale }): () => void;
  stop(): Promise<void>;
}

export interface HostedCoreConfig {
  readonly paths: StationPaths;
  readonly kind: StationKind;
  readonly version: string;
  readonly host: CoreHost;
  /** Hears that core opened its folder and yet cannot go on. */
  readonly restFailed: (error: unknown) => void;
}

export type CoreStarter = (config: HostedCoreConfig) => Promise<HostedCore>;

/** Long enough for the last message to leave the process, which neither transport confirms. */
const lastWordsMs = 100;

/**
 * Runs core under the shell: opens it when told where its folder is, serves each window, and ends the process when the shell
 * asks or disappears. A core that cannot open its folder says why and ends with exit code 1.
 */
export function runCore(link: ControlLink, start: CoreStarter, exit: (code: number) => void): void {
  let opened: Promise<HostedCore> | null = null;
  let ending = false;

  const open = async (config: StartConfig): Promise<HostedCore> => {
    const core = await start({ paths: config.paths, kind: config.kind, version: config.version, host: shellHost(link, config), restFailed: failToStart });
    link.send({ type: 'ready' });
    return core;
  };

  const failToStart = (error: unknown): void => {
    ending = true;
    link.send({ type: 'start-failed', code: faultCode(error), message: error instanceof Error ? error.message : String(error) });
    setTimeout(() => exit(1), lastWordsMs);
  };

  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    await (await opened)?.stop();
    link.send({ type: 'stopped' });
    setTimeout(() => exit(0), lastWordsMs);
  };

  const endOrFail = (): void => {
    end().catch((error: unknown) => {
      process.stderr.write(`Core did not stop cleanly: ${error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
      exit(1);
    });
  };

  link.onMessage((message) => {
    if (message.type === 'start' && opened === null) {
      opened = open(message.config);
      opened.catch(failToStart);
    }
    if (message.type === 'stop') endOrFail();
  });
  link.onWindow(({ channel, scope, locale }) => {
    opened?.then((core) => {
      const stopServing = core.serve(channel, { scope, locale });
      channel.onClose(stopServing);
    }, () => channel.close());
  });
  link.onGone(endOrFail);
}

function faultCode(error: unknown): string {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'internal';
}
