import type zh from '../../../resources/locales/zh/deduction.json';
import type en from '../../../resources/locales/en/deduction.json';
import type { Complete, SameTexts } from '../../ui/language/texts.ts';

export const deductionTextsAreComplete: Complete<SameTexts<typeof zh, typeof en>> = true;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    deduction: typeof zh;
  }
}
