import type zh from '../../../resources/locales/zh/report.json';
import type en from '../../../resources/locales/en/report.json';
import type { Complete, SameTexts } from '../../ui/language/texts.ts';

export const reportTextsAreComplete: Complete<SameTexts<typeof zh, typeof en>> = true;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    report: typeof zh;
  }
}
