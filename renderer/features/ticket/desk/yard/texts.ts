import type zh from '../../../../../resources/locales/zh/yard.json';
import type en from '../../../../../resources/locales/en/yard.json';
import type { Complete, SameTexts } from '../../../../ui/language/texts.ts';

export const yardTextsAreComplete: Complete<SameTexts<typeof zh, typeof en>> = true;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    yard: typeof zh;
  }
}
