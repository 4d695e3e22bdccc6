import type zh from '../../../resources/locales/zh/settings.json';
import type en from '../../../resources/locales/en/settings.json';
import type zhScaleWizard from '../../../resources/locales/zh/scale-wizard.json';
import type enScaleWizard from '../../../resources/locales/en/scale-wizard.json';
import type zhPrinters from '../../../resources/locales/zh/printers.json';
import type enPrinters from '../../../resources/locales/en/printers.json';
import type zhSlip from '../../../resources/locales/zh/slip.json';
import type enSlip from '../../../resources/locales/en/slip.json';
import type { Complete, SameTexts } from '../../ui/language/texts.ts';

export const settingsTextsAreComplete: Complete<SameTexts<typeof zh, typeof en>> = true;
export const scaleWizardTextsAreComplete: Complete<SameTexts<typeof zhScaleWizard, typeof enScaleWizard>> = true;
export const printersTextsAreComplete: Complete<SameTexts<typeof zhPrinters, typeof enPrinters>> = true;
export const slipTextsAreComplete: Complete<SameTexts<typeof zhSlip, typeof enSlip>> = true;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    settings: typeof zh;
    'scale-wizard': typeof zhScaleWizard;
    printers: typeof zhPrinters;
    slip: typeof zhSlip;
  }
}
