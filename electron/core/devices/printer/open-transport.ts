import { fileTransport } from './file.transport.ts';
import { serialTransport } from './serial.transport.ts';
import { tcpTransport } from './tcp.transport.ts';
import { DEFAULT_LIMITS, failed, type PrinterAddress, type PrinterTransport, type TransportLimits } from './transport.ts';

/** The way to a printer. A simulated printer is found by its name among those the trainer has switched on. */
export function openTransport(address: PrinterAddress, simulators: ReadonlyMap<string, PrinterTransport>, limits: TransportLimits = DEFAULT_LIMITS): PrinterTransport {
  switch (address.kind) {
    case 'tcp': return tcpTransport(address, limits);
    case 'serial': return serialTransport(address, limits);
    case 'file': return fileTransport(address, limits);
    case 'simulator': return simulators.get(address.name) ?? { send: () => Promise.resolve(failed('printer_unknown', 'none', address.name)) };
  }
}
