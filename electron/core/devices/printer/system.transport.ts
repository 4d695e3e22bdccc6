import type { PagePrinting } from '../../host/core-host.ts';
import { errorDetail, failed, type PrinterTransport } from './transport.ts';

/**
 * A printer that Windows or CUPS knows by a name: the PDF goes to it through the shell, without a question on the
 * screen. The system takes it and tells nothing of the paper, so the outcome is `sent` and never more. Without a shell nothing went.
 */
export function systemTransport(address: { readonly name: string }, pages: PagePrinting | null): PrinterTransport {
  return {
    send: async (bytes) => {
      if (pages === null) return failed('window_missing', 'none', 'no shell');
      try {
        const outcome = await pages.print(bytes, address.name);
        switch (outcome) {
          case 'sent': return { state: 'sent', byteCount: bytes.byteLength };
          case 'missing': return failed('system_printer_missing', 'none', address.name);
          case 'refused': return failed('printer_error', 'perhaps', address.name);
        }
      } catch (error) {
        return failed('printer_error', 'perhaps', errorDetail(error));
      }
    },
  };
}
