import { spawn } from 'node:child_process';
import type { PagePrinted } from '../../contract/control.ts';
import { paperOfPdf } from './paper-of-pdf.ts';

/** What CUPS says of a printer that it does not know. */
const isUnknown = (words: string): boolean => /not exist|unknown destination|no such/i.test(words);

/**
 * Hands the bytes of a PDF to CUPS as they are, by its own command `lp`. That command ends well once the queue holds the whole file; ended
 * otherwise, it has queued nothing. Rejects where there is no such command, and when `signal` falls.
 */
export function printByCups(pdf: Uint8Array, printer: string, signal: AbortSignal): Promise<PagePrinted> {
  // The title is read by everybody at the printer: it says whose paper it is, not what stands on it.
  const options = ['-d', printer, '-t', 'Village Station', '-o', `media=${paperOfPdf(pdf).name}`, '-o', 'print-scaling=none'];
  return new Promise((resolve, reject) => {
    const command = spawn('lp', options, { stdio: ['pipe', 'ignore', 'pipe'], env: { ...process.env, LC_ALL: 'C' }, signal });
    let said = '';
    command.stderr.setEncoding('utf8').on('data', (words: string) => { said += words; });
    command.stdin.on('error', () => undefined);
    command.once('error', reject);
    command.once('close', (code) => resolve(code === 0 ? 'sent' : isUnknown(said) ? 'missing' : 'refused'));
    command.stdin.end(pdf);
  });
}
