import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.wasm': 'application/wasm',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
  '.txt': 'text/plain; charset=utf-8',
};

/** Every answer says what it is, is not guessed at, and carries the page's policy. */
export function answer(body: string | Uint8Array<ArrayBuffer>, type: string, policy: string, status = 200): Response {
  return new Response(body, {
    status,
    headers: {
      'content-type': type,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-cache',
    },
  });
}

export function notFound(policy: string): Response {
  return answer('', 'text/plain; charset=utf-8', policy, 404);
}

/** The MIME type of a file by its extension; null for a kind of file that no page has. */
function mimeTypeOf(path: string): string | null {
  return mimeTypes[extname(path).toLowerCase()] ?? null;
}

/** The file below `root` that a URL's path names; null when it would lead outside or is not a plain path. */
export function fileBelow(root: string, urlPath: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    // A malformed escape names no file.
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = join(root, path);
  return file.startsWith(root.endsWith(sep) ? root : root + sep) ? file : null;
}

/** Answers with a file below `root`, or with "not found". */
export async function fileAnswer(root: string, urlPath: string, policy: string): Promise<Response> {
  const file = fileBelow(root, urlPath);
  const type = file === null ? null : mimeTypeOf(file);
  if (file === null || type === null) return notFound(policy);
  try {
    return answer(new Uint8Array(await readFile(file)), type, policy);
  } catch (error) {
    if (isMissing(error)) return notFound(policy);
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR';
}
