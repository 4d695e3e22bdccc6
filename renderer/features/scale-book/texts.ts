import type zh from '../../../resources/locales/zh/scale_book.json';
import type en from '../../../resources/locales/en/scale_book.json';
import type { Complete, SameTexts } from '../../ui/language/texts.ts';

export const scaleBookTextsAreComplete: Complete<SameTexts<typeof zh, typeof en>> = true;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    scale_book: typeof zh;
  }
}
