import type zh from '../../../resources/locales/zh/setup.json';
import type en from '../../../resources/locales/en/setup.json';
import type { Complete, SameTexts } from '../../ui/language/texts.ts';

export const setupTextsAreComplete: Complete<SameTexts<typeof zh, typeof en>> = true;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    setup: typeof zh;
  }
}
