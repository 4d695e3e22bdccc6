import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newNonce, stationPolicy } from './content-security-policy.ts';
import { answer, fileAnswer } from './page-files.ts';

/** Answers the window's own requests (app://station/…) from the built renderer. */
export async function stationPage(pagesFolder: string, urlPath: string): Promise<Response> {
  const nonce = newNonce();
  if (urlPath !== '/' && urlPath !== '/index.html') return fileAnswer(pagesFolder, urlPath, stationPolicy(nonce));
  const html = await readFile(join(pagesFolder, 'index.html'), 'utf8');
  return answer(withNonce(html, nonce), 'text/html; charset=utf-8', stationPolicy(nonce));
}

/** Tells the page the nonce that its run-time styles must carry. The browser hides the attribute from selectors, not from scripts. */
function withNonce(html: string, nonce: string): string {
  return html.replace(/<head[^>]*>/i, (head) => `${head}<meta name="csp-nonce" nonce="${nonce}">`);
}
