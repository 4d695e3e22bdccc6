import type zh from '../../../resources/locales/zh/clock.json';
import type en from '../../../resources/locales/en/clock.json';
import type { Complete, SameTexts } from '../../ui/language/texts.ts';

export const clockTextsAreComplete: Complete<SameTexts<typeof zh, typeof en>> = true;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    clock: typeof zh;
  }
}
