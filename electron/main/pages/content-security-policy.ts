import { randomBytes } from 'node:crypto';

const nothing = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

function policy(allowed: Readonly<Record<string, string>>): string {
  return Object.entries({ ...nothing, ...allowed }).map(([name, value]) => `${name} ${value}`).join('; ');
}

/** A number used once, for the style elements of one load of the page. */
export function newNonce(): string {
  return randomBytes(18).toString('base64');
}

/**
 * The window's policy: its own files and nothing else, no network, no inline script, no eval. Style elements made at run
 * time carry the nonce; style attributes are needed by charts and cannot load or send anything here.
 */
export function stationPolicy(nonce: string): string {
  return policy({
    'script-src': "'self'",
    'style-src-elem': `'self' 'nonce-${nonce}'`,
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self' data:",
    'connect-src': "'self'",
    'media-src': "'self' blob:",
    'worker-src': "'self'",
  });
}

/** The rescue screen has no script at all; its buttons are forms. */
export const rescuePolicy = policy({ 'style-src': "'self'", 'form-action': "'self'" });

/** A document on its way to PDF: drawn from its own text, pictures in it and the bundled fonts; scripts do not run. */
export const printPolicy = policy({ 'style-src': "'unsafe-inline'", 'img-src': 'data:', 'font-src': "'self'" });
