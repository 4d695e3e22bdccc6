import { useState } from 'react';
import { parseYuan } from '../../../electron/domain/money.ts';
import type { NumberRules } from '../../ui/fields/number-text.ts';
import { useText } from '../../ui/language/use-text.ts';

export interface Amount {
  readonly typed: string;
  /** Null until the text is an amount above zero. */
  readonly fen: number | null;
  readonly change: (typed: string, meaning: string | null) => void;
}

/** Yuan and fen; the unit of the field may stand behind the number. */
export function useAmountRules(): NumberRules {
  const t = useText('cash');
  return { decimals: 2, wholeDigits: 8, ownUnits: [t('form.yuan')] };
}

/** An amount of yuan as typed, and what it means in fen. */
export function useAmount(): Amount {
  const [typed, setTyped] = useState('');
  const [fen, setFen] = useState<number | null>(null);
  const change = (text: string, meaning: string | null): void => {
    const read = meaning === null ? null : parseYuan(meaning);
    setTyped(text);
    setFen(read !== null && read > 0 ? read : null);
  };
  return { typed, fen, change };
}
