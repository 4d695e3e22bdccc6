import type zh from '../../../resources/locales/zh/labels.json';
import type en from '../../../resources/locales/en/labels.json';
import type { Complete, SameTexts } from '../../ui/language/texts.ts';

export const labelsTextsAreComplete: Complete<SameTexts<typeof zh, typeof en>> = true;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    labels: typeof zh;
  }
}
