import { PassThrough } from 'node:stream';
import type { ParentPort } from './utility-link.ts';

/**
 * The standard input of a command line that runs as a utility process. Such a process has none of its own, so the shell
 * hands over what it reads, in pieces; null is the end.
 */
export function handedStdin(parent: ParentPort): NodeJS.ReadableStream {
  const input = new PassThrough();
  parent.on('message', (event) => {
    const piece = event.data as { readonly type: string; readonly chunk?: Uint8Array | null };
    if (piece.type !== 'stdin') return;
    if (piece.chunk === null || piece.chunk === undefined) input.end();
    else input.write(piece.chunk);
  });
  return input;
}
