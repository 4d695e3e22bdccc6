import type zh from '../../../resources/locales/zh/ticket.json';
import type en from '../../../resources/locales/en/ticket.json';
import type { Complete, SameTexts } from '../../ui/language/texts.ts';

export const ticketTextsAreComplete: Complete<SameTexts<typeof zh, typeof en>> = true;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    ticket: typeof zh;
  }
}
