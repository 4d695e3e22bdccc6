import type { ResourceNamespaceMap, TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Language } from './languages.ts';

/** The words of one area (its locale file); keys are checked by the compiler: `const t = useText('ticket'); t('weigh.take')`. */
export function useText<const Area extends keyof ResourceNamespaceMap>(area: Area): TFunction<Area> {
  // react-i18next widens the namespace of its own answer; at run time it is this function.
  return useTranslation(area).t as TFunction as TFunction<Area>;
}

export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'zh';
}
