import type zh from '../../../resources/locales/zh/cash.json';
import type en from '../../../resources/locales/en/cash.json';
import type { Complete, SameTexts } from '../../ui/language/texts.ts';

export const cashTextsAreComplete: Complete<SameTexts<typeof zh, typeof en>> = true;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    cash: typeof zh;
  }
}
