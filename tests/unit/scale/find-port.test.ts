import { describe, expect, it } from 'vitest';
import type { PortIdentity } from '../../../electron/contract/scale-profile.ts';
import type { FoundPort } from '../../../electron/contract/scale.ts';
import { findPort } from '../../../electron/core/devices/scale/port/find-port.ts';

/** The cheapest adapter: no serial number, so that only its socket tells two of them apart. */
const ch340 = (locationId: string | null, pnpId: string | null = null): PortIdentity => ({ vendorId: '1a86', productId: '7523', serialNumber: null, pnpId, locationId });
const ftdi = (serialNumber: string): PortIdentity => ({ vendorId: '0403', productId: '6001', serialNumber, pnpId: null, locationId: null });
const port = (path: string, identity: PortIdentity | null): FoundPort => ({ kind: 'serial', path, maker: null, identity });
const find = (identity: PortIdentity | null, ports: FoundPort[]): Promise<string> => findPort({ kind: 'serial', path: 'COM3', identity }, () => Promise.resolve(ports));

describe('the port of a scale', () => {
  it('is where the adapter with that serial number is today, whatever its number', async () => {
    expect(await find(ftdi('A1'), [port('COM3', ftdi('B2')), port('COM7', ftdi('A1'))])).toBe('COM7');
  });

  it('is told by the socket where two adapters are alike, also after their numbers were exchanged', async () => {
    const ports = [port('COM3', ch340('1-2')), port('COM4', ch340('1-1'))];
    expect(await find(ch340('1-1'), ports)).toBe('COM4');
    expect(await find(ch340('1-2'), ports)).toBe('COM3');
  });

  it('is never that of the twin, when its own adapter is away', async () => {
    expect(await find(ch340('1-1'), [port('COM4', ch340('1-2'))])).toBe('COM3');
  });

  it('is not where its number now belongs to an adapter of another socket', async () => {
    await expect(find(ch340('1-1'), [port('COM3', ch340('1-2'))])).rejects.toMatchObject({ trouble: 'unplugged' });
    await expect(find(ftdi('A1'), [port('COM3', ftdi('B2'))])).rejects.toMatchObject({ trouble: 'unplugged' });
  });

  it('is told by the path of the device on the bus where the system names no socket', async () => {
    const ports = [port('COM3', ch340(null, 'USB\\VID_1A86&PID_7523\\5&2')), port('COM4', ch340(null, 'USB\\VID_1A86&PID_7523\\5&1'))];
    expect(await find(ch340(null, 'USB\\VID_1A86&PID_7523\\5&1'), ports)).toBe('COM4');
  });

  it('is told by the socket where the makers gave every adapter the same number, and is unplugged while that socket is empty', async () => {
    const cp2102 = (locationId: string, serialNumber = '0001'): PortIdentity => ({ vendorId: '10c4', productId: 'ea60', serialNumber, pnpId: null, locationId });
    const both = [port('COM3', cp2102('1-2')), port('COM4', cp2102('1-1'))];
    expect([await find(cp2102('1-1'), both), await find(cp2102('1-2'), both)]).toEqual(['COM4', 'COM3']);
    await expect(find(cp2102('1-1'), [port('COM3', cp2102('1-2'))])).rejects.toMatchObject({ trouble: 'unplugged' });
    const twins = [port('COM3', cp2102('1-2', 'X9')), port('COM4', cp2102('1-3', 'X9'))];
    await expect(find(cp2102('1-1', 'X9'), twins)).rejects.toMatchObject({ trouble: 'unplugged' });
    expect(await find(cp2102('1-3', 'X9'), twins)).toBe('COM4');
  });

  it('is the saved one where nothing more is known', async () => {
    expect(await find(null, [port('COM3', ch340('1-1'))])).toBe('COM3');
    expect(await find(ch340('1-1'), [])).toBe('COM3');
  });
});
