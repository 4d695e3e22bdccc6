import type { AgreedShares } from '../../../electron/domain/agreed-shares.ts';
import { useText } from '../../ui/language/use-text.ts';

interface ShareWords {
  /** How the cart was divided, with the ratio where it was divided by parts (`按份数 1 : 2`). */
  readonly way: (agreed: AgreedShares) => string;
  /** One owner's share with its unit (`33.33%`, `12.34 公斤`, `1 份`). */
  readonly share: (agreed: AgreedShares, index: number) => string;
}

/** Words for the shares that the households of a ticket agreed on. */
export function useShareWords(): ShareWords {
  const t = useText('ticket');
  return {
    way: ({ way, figures }) => `${t(`share.way.${way}`)}${way === 'parts' ? ` ${figures.join(' : ')}` : ''}`,
    share: ({ way, figures }, index) => t(`share.one.${way}`, { figure: figures[index] ?? '' }),
  };
}
