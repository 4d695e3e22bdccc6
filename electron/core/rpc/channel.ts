/**
 * One window's line to core, whatever carries it: a message port handed over directly, messages relayed by the shell,
 * or two queues in a test.
 *
 * Messages arrive in the order they were posted. Those that arrive before the first listener are kept for it.
 * A message must survive structured cloning; functions and class instances do not belong here.
 */
export interface Channel {
  /** Sends a message. After the channel is closed this does nothing: the other side is gone and nobody would answer. */
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once when either side closes; called at once when the channel is closed already. */
  onClose(listener: () => void): void;
  close(): void;
}
