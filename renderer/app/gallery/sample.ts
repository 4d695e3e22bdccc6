import type { Person, SessionState } from '../../../electron/contract/session.ts';
import type { Language } from '../../ui/language/languages.ts';
import type { StationStatus } from '../frame/status-words.ts';
import words from './sample.json';

export type SampleWords = (typeof words)['zh'];

export function sampleWords(language: Language): SampleWords {
  return words[language];
}

const roles = ['clerk', 'grader', 'manager', 'accountant'] as const;
const now = Date.UTC(2026, 10, 22, 0, 32);

export function samplePeople(language: Language): readonly Person[] {
  return words[language].people.map((name, index): Person => ({
    id: `01JD000000000000000000000${index}`, login: `p${index}`, name, role: roles[index] ?? 'clerk', locale: language, density: 'desk', active: true,
  }));
}

export function sampleState(language: Language, training: boolean): SessionState {
  return {
    phase: 'sign_in', folderKind: training ? 'training' : 'live', cooperative: words[language].coop,
    station: { code: 'GZ01', name: words[language].station, deskLetter: 'A' }, people: [...samplePeople(language)], user: null, permissions: [],
    businessDate: '2026-11-22', now, lastEventAt: null, keyProtection: 'system', version: '0.1.0',
  };
}

/** `well` shows the calm bar, otherwise everything that can be wrong is. */
export function sampleStatus(well: boolean): StationStatus {
  return {
    scale: { state: well ? 'ok' : 'trouble', word: '', name: 'XK3190', book: null },
    printer: { state: 'ok', waiting: 0, failed: well ? 0 : 1, unsure: well ? 0 : 1, paused: 0, condition: null },
    network: { state: well ? 'ok' : 'trouble', unsynced: well ? 0 : 12 },
    backup: { state: well ? 'ok' : 'trouble', lastAt: now - 3_600_000, ageHours: 1 },
    clock: { state: 'ok', finding: '', now, businessDate: '2026-11-22' },
    disk: { freeBytes: 1e11, state: 'ok' }, countersign: 0, books: { state: 'ok', checkedAt: now, firstFinding: null }, incarnationDue: null,
  };
}

export interface SampleRow {
  readonly key: string;
  readonly number: string;
  readonly day: string;
  readonly member: string;
  readonly group: string;
  readonly product: string;
  readonly netGrams: number;
  readonly amountFen: number;
}

function pick(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}

export function sampleRows(language: Language): readonly SampleRow[] {
  const { members, groups, products } = words[language];
  return Array.from({ length: 2_000 }, (_, index): SampleRow => ({
    key: String(index), number: `GZ01A-T-2026-${String(index + 1).padStart(6, '0')}`, day: '2026-11-22', member: pick(members, index * 3), group: pick(groups, index),
    product: pick(products, index * 7), netGrams: 4_350 + ((index * 7919) % 60_000), amountFen: 2_450 + ((index * 104_729) % 90_000),
  }));
}
