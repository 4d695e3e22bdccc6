import type zh from '../../../resources/locales/zh/member.json';
import type en from '../../../resources/locales/en/member.json';
import type { Complete, SameTexts } from '../../ui/language/texts.ts';

export const memberTextsAreComplete: Complete<SameTexts<typeof zh, typeof en>> = true;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    member: typeof zh;
  }
}
