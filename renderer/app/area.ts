import type { TFunction } from 'i18next';
import type { ComponentType } from 'react';
import type { Permission } from '../../electron/contract/permission.ts';
import type { IconName } from '../ui/icons/icon-paths.ts';

/** The entries of the left rail, in their order. */
export const sections = ['home', 'intake', 'members', 'stock', 'orders', 'settlement', 'reports', 'settings'] as const;
export type Section = (typeof sections)[number];

/** Named parts of the path: `/tickets/:id` gives `params.id`. */
export interface ScreenProps {
  readonly params: Readonly<Record<string, string>>;
}

export interface Screen {
  /** `/tickets` or `/tickets/:id`; unique in the whole window. */
  readonly path: string;
  /** The title in the window's language: `(t) => t('screens.list', { ns: 'ticket' })`. */
  readonly title: (t: TFunction) => string;
  readonly permission: Permission;
  readonly section: Section;
  readonly icon: IconName;
  /** Position among the tabs of its section; screens without one are reached from others (a ticket's own page). */
  readonly tab?: number;
  readonly load: () => Promise<{ readonly default: ComponentType<ScreenProps> }>;
}

/** One line of the command palette. */
export interface Finding {
  readonly key: string;
  readonly title: string;
  readonly detail?: string;
  readonly icon: IconName;
  readonly path: string;
}

/** Looks for what a person types in Ctrl K; called with at least one character, never with blanks at the ends. */
export interface FindingSource {
  readonly permission: Permission;
  readonly find: (text: string) => Promise<readonly Finding[]>;
}

/** What must be done before the desk opens. */
export type Gate = 'setup' | 'clock_confirm' | 'clock_stopped';

/** What one business area brings to the window; each `features/<area>/area.ts` exports one as `area`. */
export interface Area {
  readonly name: string;
  readonly screens: readonly Screen[];
  readonly findings?: readonly FindingSource[];
  readonly gates?: Readonly<Partial<Record<Gate, () => Promise<{ readonly default: ComponentType }>>>>;
}
