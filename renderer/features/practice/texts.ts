import type zh from '../../../resources/locales/zh/practice.json';
import type en from '../../../resources/locales/en/practice.json';
import type { Complete, SameTexts } from '../../ui/language/texts.ts';

export const practiceTextsAreComplete: Complete<SameTexts<typeof zh, typeof en>> = true;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    practice: typeof zh;
  }
}
