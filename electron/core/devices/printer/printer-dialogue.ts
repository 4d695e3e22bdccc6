import type { PrinterProfile } from '../../../contract/printing.ts';
import { ESCPOS_DIALOGUE } from './escpos-status.ts';
import type { StatusDialogue } from './status-dialogue.ts';
import { TSPL_DIALOGUE } from './tspl-status.ts';
import { ZPL_DIALOGUE } from './zpl-status.ts';

/** The dialogue of a printer that is set up as one that answers; null for one that is not asked. EPL2 and CPCL have no question that all makers know. */
export function dialogueOf({ language, slip, label }: Pick<PrinterProfile, 'language' | 'slip' | 'label'>): StatusDialogue | null {
  switch (language) {
    case 'escpos': return slip?.answers === true ? ESCPOS_DIALOGUE : null;
    case 'tspl': return label?.answers === true ? TSPL_DIALOGUE : null;
    case 'zpl': return label?.answers === true ? ZPL_DIALOGUE : null;
    case 'epl2':
    case 'cpcl':
    case 'page': return null;
  }
}
