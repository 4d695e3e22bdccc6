import type { CoreToMain } from '../contract/control.ts';
import type { CoreHandle } from './core-host/core-handle.ts';
import { nextStep } from './restart-policy.ts';

/** Why core does not run: a fault code, and words for the log. */
export interface CoreTrouble {
  readonly code: string;
  readonly message: string;
}

export interface CoreWatchEvents {
  ready(core: CoreHandle): void;
  /** Core has died; either it is started again by itself or `rescue` follows. */
  lost(): void;
  rescue(trouble: CoreTrouble): void;
  message(core: CoreHandle, message: CoreToMain): void;
  log(line: string): void;
}

export interface CoreWatchTools {
  readonly launch: () => CoreHandle;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

const stopLimitMs = 5_000;
/** Somebody else holds the folder: that passes, so it is tried again like a death. Any other start failure is shown at once. */
const passingTroubles = new Set(['folder_in_use', 'database_locked']);

/** Keeps one core running: starts it, starts it again when it dies, gives up into the rescue screen, and stops it in time. */
export class CoreWatch {
  private readonly tools: CoreWatchTools;
  private readonly events: CoreWatchEvents;
  private deathsAt: number[] = [];
  private core: CoreHandle | null = null;
  private isReady = false;
  private trouble: CoreTrouble | null = null;
  private timer: NodeJS.Timeout | null = null;
  private stopping: { readonly done: () => void } | null = null;

  constructor(tools: CoreWatchTools, events: CoreWatchEvents) {
    this.tools = tools;
    this.events = events;
  }

  /** The core that answers now, or null while there is none. */
  get running(): CoreHandle | null {
    return this.isReady ? this.core : null;
  }

  start(): void {
    this.timer = null;
    this.trouble = null;
    const core = this.tools.launch();
    this.core = core;
    core.onMessage((message) => this.hear(core, message));
    core.onExit((code) => this.bury(code));
  }

  /** The person on the rescue screen asks to try again: earlier deaths no longer count. */
  retry(): void {
    if (this.core !== null || this.timer !== null || this.stopping !== null) return;
    this.deathsAt = [];
    this.start();
  }

  /** Asks core to stop and waits for it, at most 5 s; then the process is ended. */
  stop(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const core = this.core;
    if (core === null) return Promise.resolve();
    return new Promise((resolve) => {
      const limit = setTimeout(() => {
        this.events.log('Core did not stop in time and was ended.');
        core.kill();
      }, stopLimitMs);
      this.stopping = {
        done: () => {
          clearTimeout(limit);
          resolve();
        },
      };
      core.send({ type: 'stop' });
    });
  }

  private hear(core: CoreHandle, message: CoreToMain): void {
    if (message.type === 'ready') {
      this.isReady = true;
      this.events.log(`Core is ready (${core.transport}).`);
      this.events.ready(core);
    } else if (message.type === 'start-failed') {
      this.trouble = { code: message.code, message: message.message };
    } else if (message.type !== 'stopped') {
      this.events.message(core, message);
    }
  }

  private bury(code: number | null): void {
    const trouble = this.trouble ?? { code: 'core_lost', message: `exit code ${code}` };
    this.core = null;
    this.isReady = false;
    if (this.stopping !== null) {
      this.stopping.done();
      this.stopping = null;
      return;
    }
    this.events.log(`Core ended unasked: ${trouble.code}, ${trouble.message}`);
    this.events.lost();
    this.deathsAt = [...this.deathsAt.slice(-9), this.tools.now()];
    const next = nextStep(this.deathsAt);
    const hopeless = this.trouble !== null && !passingTroubles.has(trouble.code);
    if (hopeless || next.step === 'rescue') this.events.rescue(trouble);
    else this.timer = setTimeout(() => this.start(), next.afterMs);
  }
}
