import type zh from '../../../resources/locales/zh/product.json';
import type en from '../../../resources/locales/en/product.json';
import type { Complete, SameTexts } from '../../ui/language/texts.ts';

export const productTextsAreComplete: Complete<SameTexts<typeof zh, typeof en>> = true;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    product: typeof zh;
  }
}
