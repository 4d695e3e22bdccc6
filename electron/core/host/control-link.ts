import type { CoreToMain, MainToCore } from '../../contract/control.ts';
import type { Channel } from '../rpc/channel.ts';

/** Core's end of the control line to the shell. The two transports differ only in how they build one of these. */
export interface ControlLink {
  send(message: CoreToMain): void;
  onMessage(listener: (message: MainToCore) => void): void;
  /** A window was connected; its channel is ready to use whichever way its messages travel. */
  onWindow(listener: (window: WindowLine) => void): void;
  /** The shell has gone, however it went. */
  onGone(listener: () => void): void;
}

export type WindowLine = Omit<Extract<MainToCore, { type: 'open-window' }>, 'type'> & { readonly channel: Channel };
