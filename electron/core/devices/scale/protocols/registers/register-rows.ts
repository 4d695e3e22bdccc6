import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import { modbusRequest } from '../../requests/modbus-request.ts';
import type { SafePoll, ScaleProtocol } from '../protocol.ts';
import { line } from '../protocol.ts';
import { modbusRtuDecoder } from './modbus-rtu.scale.ts';
import { registerBlock } from './register-block.ts';
import { usbHidDecoder } from './usb-hid.scale.ts';

const FIRST_ADDRESS = 1;

/** The registers that the site has named, in one question; null where they do not fit into one. */
function registerPoll(config: DecoderConfig): SafePoll | null {
  const block = registerBlock(config);
  const { address = FIRST_ADDRESS, function: called } = config;
  const bytes = block === null ? null : modbusRequest(Number(address), block.first, block.count, called);
  return bytes === null ? null : { name: called === 4 ? '04' : '03', bytes };
}

const modbusRtu: ScaleProtocol = {
  key: 'modbus-rtu',
  title: { zh: 'Modbus-RTU 仪表（读寄存器）', en: 'Modbus-RTU indicator (registers)' },
  lines: [line(9600), line(19_200), line(9600, '8E1'), line(4800), line(115_200)],
  configKeys: ['unit', 'address', 'register', 'function', 'type', 'decimals', 'status_register', 'decimals_register', 'dtr', 'rts'],
  weakCheck: false,
  equalFrames: 1,
  tellsStability: false,
  lineBased: false,
  frameBytes: 37,
  // No address and no register is common to all of them, so nobody is asked before the site has named its own.
  safePolls: [],
  onlyAnswers: true,
  pollFor: registerPoll,
  decoder: modbusRtuDecoder,
};

const usbHid: ScaleProtocol = {
  key: 'usb-hid',
  title: { zh: 'USB 秤（HID 报告）', en: 'USB scale (HID reports)' },
  lines: [line(9600)],
  configKeys: [],
  weakCheck: true,
  equalFrames: 3,
  tellsStability: true,
  lineBased: false,
  frameBytes: 6,
  safePolls: [],
  decoder: usbHidDecoder,
};

/** Indicators that are read as registers or reports (device reference 1.18 and 1.19). */
export const registerRows: readonly ScaleProtocol[] = [modbusRtu, usbHid];
