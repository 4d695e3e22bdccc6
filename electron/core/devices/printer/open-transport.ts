import type { PagePrinting } from '../../host/core-host.ts';
import { fileTransport } from './file.transport.ts';
import { serialTransport } from './serial.transport.ts';
import { systemTransport } from './system.transport.ts';
import { tcpTransport } from './tcp.transport.ts';
import { DEFAULT_OPTIONS, failed, type PrinterAddress, type PrinterTransport, type TransportOptions } from './transport.ts';

/** The way to a printer. A simulated printer is found by its name among those the trainer has switched on. */
export function openTransport(address: PrinterAddress, simulators: ReadonlyMap<string, PrinterTransport>, options: TransportOptions = DEFAULT_OPTIONS, pages: PagePrinting | null = null): PrinterTransport {
  switch (address.kind) {
    case 'tcp': return tcpTransport(address, options);
    case 'serial': return serialTransport(address, options);
    case 'file': return fileTransport(address, options);
    case 'system': return systemTransport(address, pages);
    case 'simulator': return simulators.get(address.name) ?? { send: () => Promise.resolve(failed('printer_unknown', 'none', address.name)) };
  }
}
