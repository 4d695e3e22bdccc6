import type zh from '../../../resources/locales/zh/sheet.json';
import type en from '../../../resources/locales/en/sheet.json';
import type { Complete, SameTexts } from '../../ui/language/texts.ts';

export const sheetTextsAreComplete: Complete<SameTexts<typeof zh, typeof en>> = true;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    sheet: typeof zh;
  }
}
