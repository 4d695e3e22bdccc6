import type { Dispatch } from 'react';
import type { Schedules } from '../../../../electron/contract/contract.ts';
import type { DeskAction } from './model/desk-reducer.ts';
import type { DeskGoods } from './model/desk-goods.ts';
import type { DeskPreview } from './model/desk-preview.ts';
import type { DeskState } from './model/desk-state.ts';

/** What every part of the desk sees: the half-entered ticket, what it comes to, and how to change it. */
export interface DeskView {
  readonly state: DeskState;
  readonly goods: DeskGoods;
  /** Contracts and premiums of the owners, besides the board. */
  readonly schedules: Schedules;
  readonly preview: DeskPreview;
  readonly dispatch: Dispatch<DeskAction>;
}

/** What may stand in front of the desk. */
export type DeskDialog = 'seller' | 'owners' | 'tare' | 'typed' | 'reason' | 'split' | 'queue' | 'keys' | 'pay' | 'yard' | 'baskets' | 'number' | 'numbers' | 'returnReason' | 'unusual' | 'crates' | 'words';
