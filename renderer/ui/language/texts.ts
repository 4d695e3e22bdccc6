import type zhApp from '../../../resources/locales/zh/app.json';
import type enApp from '../../../resources/locales/en/app.json';
import type zhFault from '../../../resources/locales/zh/fault.json';
import type enFault from '../../../resources/locales/en/fault.json';
import type zhRpc from '../../../resources/locales/zh/rpc.json';
import type enRpc from '../../../resources/locales/en/rpc.json';
import type zhHome from '../../../resources/locales/zh/home.json';
import type enHome from '../../../resources/locales/en/home.json';

/**
 * The texts of one area: the keys of the Chinese file, provided that the English file has exactly the same ones. A key missing on
 * either side makes this `never`, and the compiler then refuses every use of the area's texts.
 */
export type SameTexts<Chinese, English> = [Chinese] extends [English] ? ([English] extends [Chinese] ? Chinese : never) : never;

/** Fails to compile when an area's two files differ; each area states it beside its declaration. */
export type Complete<Texts> = [Texts] extends [never] ? 'The Chinese and the English file differ in their keys' : true;

export const appTextsAreComplete: Complete<SameTexts<typeof zhApp, typeof enApp>> = true;
export const faultTextsAreComplete: Complete<SameTexts<typeof zhFault, typeof enFault>> = true;
export const rpcTextsAreComplete: Complete<SameTexts<typeof zhRpc, typeof enRpc>> = true;
export const homeTextsAreComplete: Complete<SameTexts<typeof zhHome, typeof enHome>> = true;

declare module 'i18next' {
  interface ResourceNamespaceMap {
    app: typeof zhApp;
    fault: typeof zhFault;
    home: typeof zhHome;
    rpc: typeof zhRpc;
  }
  interface CustomTypeOptions {
    defaultNS: 'app';
    returnNull: false;
  }
}
