import type zh from '../../../resources/locales/zh/crate.json';
import type en from '../../../resources/locales/en/crate.json';
import type { Complete, SameTexts } from '../../ui/language/texts.ts';

export const crateTextsAreComplete: Complete<SameTexts<typeof zh, typeof en>> = true;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    crate: typeof zh;
  }
}
