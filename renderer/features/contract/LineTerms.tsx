import type { ReactElement } from 'react';
import type { TicketDetail } from '../../../electron/contract/ticket.ts';
import { isBelowFloor } from '../../../electron/domain/farm-contract.ts';
import { navigate } from '../../app/navigation.ts';
import { Price } from '../../ui/format/Price.tsx';
import { useText } from '../../ui/language/use-text.ts';
import styles from './contract.module.css';

type Terms = NonNullable<TicketDetail['lines'][number]['terms']>;

function ContractTerms({ terms, priceE4 }: { readonly terms: Terms; readonly priceE4: number }): ReactElement | null {
  const t = useText('contract');
  const { contractId, contractNumber, floorE4, part } = terms;
  if (contractId === null || floorE4 === null || part === 'none') return null;
  return (
    <span>
      <strong>{t(part === 'inside' ? 'part.inside' : 'part.beyond')}</strong> <button type="button" className={styles['link']} onClick={() => navigate(`/contracts/${contractId}`)}>{contractNumber}</button>
      {' '}{t('slip.board')} <Price priceE4={terms.boardE4} single /> · {t('slip.floor')} <Price priceE4={floorE4} single />
      {isBelowFloor(part, floorE4, priceE4) ? <> · {t('slip.belowFloor')}</> : null}
    </span>
  );
}

/** Whose line it is where several own the ticket, and how its price came about: board and floor, base and premium. Nothing for a plain line. */
export function LineTerms({ line }: { readonly line: TicketDetail['lines'][number] }): ReactElement | null {
  const t = useText('contract');
  const { owners, terms } = line;
  return (
    <>
      {owners.length === 0 ? null : <strong>{owners.join(' ')}</strong>}
      {terms === null ? null : <ContractTerms terms={terms} priceE4={line.priceE4} />}
      {terms === null || terms.certificateKind === null ? null : (
        <span>{t('slip.base')} <Price priceE4={terms.baseE4} single /> + {t(`premiumOf.${terms.certificateKind}`)} <Price priceE4={terms.premiumE4} single /> · {t('slip.certificate')} {terms.certificateNo}</span>
      )}
    </>
  );
}
