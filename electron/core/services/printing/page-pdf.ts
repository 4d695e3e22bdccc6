import type { PdfOptions } from '../../../contract/control.ts';
import type { CoreHost } from '../../host/core-host.ts';
import { Fault } from '../../platform/fault.ts';
import { asFault } from '../../rpc/outcome.ts';

/** The PDF of a whole page, drawn by the shell; fault `window_missing` where nobody can draw. */
export async function pagePdf(host: CoreHost, page: string, options: PdfOptions): Promise<Buffer> {
  try {
    return Buffer.from(await host.htmlToPdf(page, options));
  } catch (error) {
    throw asFault(error) ?? new Fault('window_missing', {}, error);
  }
}
