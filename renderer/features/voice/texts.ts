import type zh from '../../../resources/locales/zh/voice.json';
import type en from '../../../resources/locales/en/voice.json';
import type { Complete, SameTexts } from '../../ui/language/texts.ts';

export const voiceTextsAreComplete: Complete<SameTexts<typeof zh, typeof en>> = true;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    voice: typeof zh;
  }
}
