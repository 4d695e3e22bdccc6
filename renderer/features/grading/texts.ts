import type zh from '../../../resources/locales/zh/grading.json';
import type en from '../../../resources/locales/en/grading.json';
import type { Complete, SameTexts } from '../../ui/language/texts.ts';

export const gradingTextsAreComplete: Complete<SameTexts<typeof zh, typeof en>> = true;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    grading: typeof zh;
  }
}
