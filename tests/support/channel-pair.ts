import type { Channel } from '../../electron/core/rpc/channel.ts';

class PairedChannel implements Channel {
  private other: PairedChannel | null = null;
  private closed = false;
  private readonly waiting: unknown[] = [];
  private readonly messageListeners: ((message: unknown) => void)[] = [];
  private readonly closeListeners: (() => void)[] = [];

  join(other: PairedChannel): void {
    this.other = other;
  }

  post(message: unknown): void {
    if (this.closed) return;
    const copy: unknown = structuredClone(message);
    const other = this.other;
    setImmediate(() => other?.arrive(copy));
  }

  onMessage(listener: (message: unknown) => void): void {
    this.messageListeners.push(listener);
    for (const message of this.waiting.splice(0)) listener(message);
  }

  onClose(listener: () => void): void {
    if (this.closed) listener();
    else this.closeListeners.push(listener);
  }

  close(): void {
    if (this.closed) return;
    this.end();
    const other = this.other;
    setImmediate(() => other?.end());
  }

  private arrive(message: unknown): void {
    if (this.closed) return;
    if (this.messageListeners.length === 0) this.waiting.push(message);
    for (const listener of this.messageListeners) listener(message);
  }

  private end(): void {
    if (this.closed) return;
    this.closed = true;
    for (const listener of this.closeListeners.splice(0)) listener();
  }
}

/** Two ends of one line in memory. Messages are copied and arrive later, as they do between processes. */
export function channelPair(): [Channel, Channel] {
  const left = new PairedChannel();
  const right = new PairedChannel();
  left.join(right);
  right.join(left);
  return [left, right];
}
