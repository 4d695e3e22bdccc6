import type zh from '../../../resources/locales/zh/paperbook.json';
import type en from '../../../resources/locales/en/paperbook.json';
import type { Complete, SameTexts } from '../../ui/language/texts.ts';

export const paperbookTextsAreComplete: Complete<SameTexts<typeof zh, typeof en>> = true;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    paperbook: typeof zh;
  }
}
