import type zh from '../../../resources/locales/zh/contract.json';
import type en from '../../../resources/locales/en/contract.json';
import type { Complete, SameTexts } from '../../ui/language/texts.ts';

export const contractTextsAreComplete: Complete<SameTexts<typeof zh, typeof en>> = true;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    contract: typeof zh;
  }
}
