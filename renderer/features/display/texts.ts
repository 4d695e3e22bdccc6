import type zh from '../../../resources/locales/zh/display.json';
import type en from '../../../resources/locales/en/display.json';
import type { Complete, SameTexts } from '../../ui/language/texts.ts';

export const displayTextsAreComplete: Complete<SameTexts<typeof zh, typeof en>> = true;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    display: typeof zh;
  }
}
