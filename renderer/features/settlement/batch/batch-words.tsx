import type { ReactElement } from 'react';
import type { BatchRow } from '../../../../electron/contract/settlement.ts';
import { useText } from '../../../ui/language/use-text.ts';
import type { Tone } from '../../../ui/Mark.tsx';
import { StateWord } from '../../report/parts/StateWord.tsx';

const tones: Readonly<Record<BatchRow['state'], Tone>> = {
  open: 'info', calculating: 'wait', calculated: 'info', stale: 'wait', reviewed: 'info', approved: 'wait', partly_paid: 'wait', paid: 'good', cancelled: 'off',
};

/** Where a batch stands, in a word. */
export function BatchState({ state }: { readonly state: BatchRow['state'] }): ReactElement {
  const t = useText('settlement');
  return <StateWord tone={tones[state]}>{t(`batchState.${state}`)}</StateWord>;
}

/** The step a batch stands in, of open, calculated, reviewed, approved, paid; five when all is done. */
export const stepOf: Readonly<Record<BatchRow['state'], number>> = {
  open: 1, cancelled: 1, calculating: 1, stale: 1, calculated: 2, reviewed: 3, approved: 4, partly_paid: 4, paid: 5,
};
