import type zh from '../../../resources/locales/zh/settlement.json';
import type en from '../../../resources/locales/en/settlement.json';
import type { Complete, SameTexts } from '../../ui/language/texts.ts';

export const settlementTextsAreComplete: Complete<SameTexts<typeof zh, typeof en>> = true;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    settlement: typeof zh;
  }
}
