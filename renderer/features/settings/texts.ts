import type zh from '../../../resources/locales/zh/settings.json';
import type en from '../../../resources/locales/en/settings.json';
import type { Complete, SameTexts } from '../../ui/language/texts.ts';

export const settingsTextsAreComplete: Complete<SameTexts<typeof zh, typeof en>> = true;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    settings: typeof zh;
  }
}
