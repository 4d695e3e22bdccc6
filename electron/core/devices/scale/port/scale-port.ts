/** Why a port cannot be used, or no longer. */
export type PortTrouble = 'unplugged' | 'access_denied' | 'settings_refused' | 'failed';

export class PortError extends Error {
  readonly trouble: PortTrouble;

  constructor(trouble: PortTrouble, message: string) {
    super(message);
    this.name = 'PortError';
    this.trouble = trouble;
  }
}

export interface PortHandlers {
  data(bytes: Uint8Array): void;
  /** Called once when the port is gone without having been asked to close. */
  lost(trouble: PortTrouble): void;
}

/** A port in use: serial line, socket, or the simulator inside the program. */
export interface OpenPort {
  write(bytes: Uint8Array): Promise<void>;
  /** Throws away what has arrived and was not read. */
  flush(): Promise<void>;
  /** Whether the device is still there; unplugging is not always announced. */
  isPresent(): Promise<boolean>;
  /** Never calls `lost`. */
  close(): Promise<void>;
}

/** Opens one port; rejects with a `PortError`. */
export type PortOpener = (handlers: PortHandlers) => Promise<OpenPort>;
