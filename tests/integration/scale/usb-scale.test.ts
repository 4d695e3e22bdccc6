import { execFileSync } from 'node:child_process';
import { open, type FileHandle } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scaleProfileSchema, type PortIdentity } from '../../../electron/contract/scale-profile.ts';
import { hidScales } from '../../../electron/core/devices/scale/port/hid-list.ts';
import { ScaleDesk } from '../../../electron/core/devices/scale/scale-desk.ts';
import { systemClock } from '../../../electron/core/platform/clock.ts';
import { systemTimers } from '../../../electron/core/devices/scale/session/timers.ts';
import { hidFolder, mouseDescriptor, scaleDescriptor, type HidFolder } from '../../support/hid-folder.ts';

let usb: HidFolder;
const opened: FileHandle[] = [];
beforeEach(() => {
  usb = hidFolder();
});
afterEach(async () => {
  for (const file of opened.splice(0)) await file.close();
  usb.remove();
});

const dymo = (socket: string): string[] => ['HID_ID=0003:00000922:00008003', 'HID_NAME=DYMO 10 lb USB Postal Scale', `HID_PHYS=usb-0000:00:14.0-${socket}/input0`, 'HID_UNIQ='];
const identity = (socket: string): PortIdentity => ({ vendorId: '0922', productId: '8003', serialNumber: null, pnpId: null, locationId: `usb-0000:00:14.0-${socket}/input0` });

describe('the list of USB scales', () => {
  it('names what weighs, with maker, product, serial number and socket, and leaves mice out', async () => {
    usb.plug({ name: 'hidraw0', descriptor: mouseDescriptor, about: ['HID_ID=0003:0000046D:0000C077', 'HID_NAME=Logitech USB Optical Mouse'] });
    const first = usb.plug({ name: 'hidraw1', descriptor: scaleDescriptor, about: dymo('2') });
    const second = usb.plug({ name: 'hidraw2', descriptor: scaleDescriptor, about: ['HID_ID=0003:00001446:00006A73', 'HID_NAME=Stamps.com Scale', 'HID_PHYS=usb-0000:00:14.0-3/input0', 'HID_UNIQ=A0071'] });
    expect(await hidScales(usb.places)).toEqual([
      { kind: 'file', path: first, maker: 'DYMO 10 lb USB Postal Scale', identity: identity('2') },
      { kind: 'file', path: second, maker: 'Stamps.com Scale', identity: { ...identity('3'), vendorId: '1446', productId: '6a73', serialNumber: 'A0071' } },
    ]);
  });

  it('knows a scale by a usage that carries its page, and reads past long items', async () => {
    usb.plug({ name: 'hidraw0', descriptor: Buffer.from('fe020105010b20008d00a101c0', 'hex'), about: dymo('2') });
    usb.plug({ name: 'hidraw1', descriptor: Buffer.from('fe0201058d0501c0', 'hex'), about: dymo('3') });
    expect((await hidScales(usb.places)).map((port) => port.identity?.locationId)).toEqual([identity('2').locationId]);
  });

  it('is empty where the system keeps no such folder, and for a device that is torn out meanwhile', async () => {
    expect(await hidScales({ told: '/no-such-folder', files: '/dev' })).toEqual([]);
    usb.plug({ name: 'hidraw0', descriptor: scaleDescriptor.subarray(0, 1), about: dymo('2') });
    expect(await hidScales(usb.places)).toEqual([]);
  });
});

describe('a USB scale', () => {
  /** Plugs a scale in that reports 7.86 kg, stable, ten times a second. */
  async function plugIn(name: string, socket: string, hundredths: number): Promise<() => void> {
    const path = usb.plug({ name, descriptor: scaleDescriptor, about: dymo(socket) });
    execFileSync('mkfifo', [path]);
    // Kept open for both directions, so that the pipe lives while it is opened and closed.
    const device = await open(path, 'r+');
    opened.push(device);
    const timer = setInterval(() => void device.write(Buffer.of(3, 4, 3, 0xfe, hundredths & 0xff, hundredths >> 8)).catch(() => undefined), 100);
    return () => {
      clearInterval(timer);
      usb.unplug(name);
    };
  }

  it('is gone within two seconds when it is pulled out, and found again under another number, never in place of its twin', async () => {
    const desk = new ScaleDesk({ clock: systemClock, timers: systemTimers, listPorts: () => hidScales(usb.places), emit: () => undefined });
    const shown = (): { state: string | undefined; grams: string | null | undefined } => ({ state: desk.list()[0]?.live.state, grams: desk.list()[0]?.live.grams });
    const pull = await plugIn('hidraw0', '2', 786);
    await desk.configure([scaleProfileSchema.parse({ id: 'usb', name: 'USB', protocol: 'usb-hid', port: { kind: 'file', path: `${usb.places.files}/hidraw0`, identity: identity('2') } })]);
    await expect.poll(shown, { timeout: 5_000, interval: 50 }).toEqual({ state: 'live', grams: '7860' });
    pull();
    await expect.poll(() => shown().state, { timeout: 2_000, interval: 20 }).toBe('unplugged');
    // Its twin in another socket takes the number; the scale itself comes back under another one.
    const pullTwin = await plugIn('hidraw0', '3', 112);
    await new Promise((resolve) => {
      setTimeout(resolve, 2_500);
    });
    expect(shown().state).toBe('unplugged');
    const pullAgain = await plugIn('hidraw4', '2', 900);
    await expect.poll(shown, { timeout: 10_000, interval: 50 }).toEqual({ state: 'live', grams: '9000' });
    await desk.stop();
    pullTwin();
    pullAgain();
  });
});
