import type zh from '../../../resources/locales/zh/photo.json';
import type en from '../../../resources/locales/en/photo.json';
import type { Complete, SameTexts } from '../../ui/language/texts.ts';

export const photoTextsAreComplete: Complete<SameTexts<typeof zh, typeof en>> = true;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    photo: typeof zh;
  }
}
