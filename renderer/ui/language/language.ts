import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import zhApp from '../../../resources/locales/zh/app.json';
import enApp from '../../../resources/locales/en/app.json';
import { addFormatters } from './formatters.ts';
import type { Language } from './languages.ts';

type TextFile = { readonly default: object };

/** Every other area, loaded when the first screen stands, so that the sign-in screen does not wait for them. */
const areaFiles = import.meta.glob<TextFile>(['../../../resources/locales/*/*.json', '!../../../resources/locales/*/app.json']);

function areaOf(path: string): { language: string; area: string } | null {
  const match = /\/locales\/([a-z]+)\/([a-z_-]+)\.json$/u.exec(path);
  return match?.[1] === undefined || match[2] === undefined ? null : { language: match[1], area: match[2] };
}

/** Starts with the words of the first screens in both languages. */
export function startLanguage(language: Language): i18n {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh',
    ns: ['app'],
    defaultNS: 'app',
    resources: { zh: { app: zhApp }, en: { app: enApp } },
    partialBundledLanguages: true,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    initAsync: false,
  });
  addFormatters(i18next);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  return i18next;
}

/** Loads all areas of one language; asking twice costs nothing. */
export async function loadTexts(language: Language): Promise<void> {
  await Promise.all(Object.entries(areaFiles).map(async ([path, load]) => {
    const file = areaOf(path);
    if (file === null || file.language !== language || i18next.hasResourceBundle(language, file.area)) return;
    i18next.addResourceBundle(language, file.area, (await load()).default);
  }));
}

/** Changes every visible text at once; drafts and the open screen stay as they are. */
export async function switchLanguage(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(currentLanguage(), 'home')) await loadTexts(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'zh';
}
