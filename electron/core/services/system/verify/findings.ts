import enSettings from '../../../../../resources/locales/en/settings.json' with { type: 'json' };
import en from '../../../../../resources/locales/en/system.json' with { type: 'json' };
import zhSettings from '../../../../../resources/locales/zh/settings.json' with { type: 'json' };
import zh from '../../../../../resources/locales/zh/system.json' with { type: 'json' };

const texts = { zh, en } as const;
export type FindingKind = keyof typeof zh.finding & keyof typeof en.finding;
export type UnknownKind = keyof typeof zh.unknown & keyof typeof en.unknown;
export type FindingParams = Readonly<Record<string, string | number>>;

/** A place in a device's chain of events. */
export interface EventPlace {
  readonly device: string;
  readonly seq: number;
}

/** One thing that is not as it was written; `event` where an event proves it. */
export interface Finding {
  readonly kind: FindingKind;
  readonly params: FindingParams;
  readonly event: EventPlace | null;
}

/** Collects what a check finds. A badly damaged file would fill the screen: only so many are kept, all are counted. */
export interface FindingList {
  add(kind: FindingKind, params?: FindingParams, event?: EventPlace | null): void;
  readonly kept: readonly Finding[];
  readonly count: number;
}

const mostKept = 200;

export function findingList(): FindingList {
  const kept: Finding[] = [];
  let count = 0;
  return {
    add(kind, params = {}, event = null) {
      count += 1;
      if (kept.length < mostKept) kept.push({ kind, params, event: event && { device: event.device, seq: event.seq } });
    },
    kept,
    get count() {
      return count;
    },
  };
}

/** Papers are named in the words of the printing list. */
const paperNames: Readonly<Record<'zh' | 'en', Readonly<Record<string, string>>>> = { zh: zhSettings.paper, en: enSettings.paper };

function named(locale: 'zh' | 'en', params: FindingParams): FindingParams {
  const { paper } = params;
  return paper === undefined ? params : { ...params, paper: paperNames[locale][paper] ?? paper };
}

const fill = (text: string, params: FindingParams): string => text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));

/** The finding as a sentence. */
export const findingWords = (locale: 'zh' | 'en', kind: FindingKind, params: FindingParams): string => fill(texts[locale].finding[kind], named(locale, params));
/** What the check cannot know, as a sentence. */
export const unknownWords = (locale: 'zh' | 'en', kind: UnknownKind, params: FindingParams = {}): string => fill(texts[locale].unknown[kind], params);
