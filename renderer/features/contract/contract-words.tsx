import type { ReactElement } from 'react';
import type { CertificateRow, ContractRow } from '../../../electron/contract/contract.ts';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import type { Tone } from '../../ui/Mark.tsx';
import { StateWord } from '../report/parts/StateWord.tsx';

const tones: Readonly<Record<ContractRow['state'], Tone>> = { coming: 'info', open: 'good', full: 'info', over: 'off', ended: 'off' };
const certificateTones: Readonly<Record<CertificateRow['state'], Tone>> = { coming: 'info', valid: 'good', expired: 'wait', withdrawn: 'off' };

export function ContractState({ state }: { readonly state: ContractRow['state'] }): ReactElement {
  const t = useText('contract');
  return <StateWord tone={tones[state]}>{t(`state.${state}`)}</StateWord>;
}

export function CertificateState({ state }: { readonly state: CertificateRow['state'] }): ReactElement {
  const t = useText('contract');
  return <StateWord tone={certificateTones[state]}>{t(`certificateState.${state}`)}</StateWord>;
}

/** Product and grade of a contract. */
export function useGoodsWords(): (contract: ContractRow) => string {
  const t = useText('contract');
  const language = useLanguage();
  return (contract) => {
    const [product, grade] = language === 'zh' ? [contract.productNameZh, contract.gradeNameZh] : [contract.productNameEn, contract.gradeNameEn];
    return `${product} · ${grade ?? t('screen.allGrades')}`;
  };
}
