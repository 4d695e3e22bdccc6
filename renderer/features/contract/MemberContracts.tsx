import { useState, type ReactElement } from 'react';
import type { CertificateRow } from '../../../electron/contract/contract.ts';
import { useQueryOp } from '../../api/use-operation.ts';
import { navigate } from '../../app/navigation.ts';
import { useMay } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { CertificateDialog } from './CertificateDialog.tsx';
import styles from './contract.module.css';
import { CertificateState, ContractState, useGoodsWords } from './contract-words.tsx';
import { QuotaBar } from './QuotaBar.tsx';
import { SignDialog } from './SignDialog.tsx';

function ContractsCard({ memberId, mayWrite }: { readonly memberId: string; readonly mayWrite: boolean }): ReactElement {
  const t = useText('contract');
  const goods = useGoodsWords();
  const answer = useQueryOp('contract.list', { memberId });
  const rows = answer.data?.ok === true ? answer.data.data.rows : [];
  const [signing, setSigning] = useState(false);
  return (
    <Card title={t('member.title')} actions={mayWrite ? <ActionButton small onPress={() => setSigning(true)}>{t('screen.sign')}</ActionButton> : undefined}>
      {rows.length === 0 ? <p className={styles['soft']}>{t('member.none')}</p> : (
        <ul className={styles['list']}>
          {rows.map((row) => (
            <li key={row.id}>
              <span>
                <button type="button" className={styles['link']} onClick={() => navigate(`/contracts/${row.id}`)}>{goods(row)}</button>
                <span className={styles['soft']}>{t('screen.fromTo', { from: row.validFrom, to: row.validTo })}</span>
                <ContractState state={row.state} />
              </span>
              <QuotaBar contract={row} />
            </li>
          ))}
        </ul>
      )}
      {signing ? <SignDialog before={null} memberId={memberId} onClose={() => setSigning(false)} onDone={() => setSigning(false)} /> : null}
    </Card>
  );
}

function CertificatesCard({ memberId, mayWrite }: { readonly memberId: string; readonly mayWrite: boolean }): ReactElement {
  const t = useText('contract');
  const answer = useQueryOp('contract.certificates', { memberId });
  const rows = answer.data?.ok === true ? answer.data.data.rows : [];
  const [edited, setEdited] = useState<CertificateRow | 'new' | null>(null);
  return (
    <Card title={t('certificate.title')} actions={mayWrite ? <ActionButton small onPress={() => setEdited('new')}>{t('certificate.add')}</ActionButton> : undefined}>
      {rows.length === 0 ? <p className={styles['soft']}>{t('certificate.none')}</p> : (
        <ul className={styles['list']}>
          {rows.map((row) => (
            <li key={row.id}>
              <span>
                {mayWrite ? <button type="button" className={styles['link']} onClick={() => setEdited(row)}>{t(`kind.${row.kind}`)} {row.number}</button> : <strong>{t(`kind.${row.kind}`)} {row.number}</strong>}
                <span className={styles['soft']}>{t('certificate.fromTo', { from: row.validFrom, to: row.validTo })}</span>
              </span>
              <CertificateState state={row.state} />
            </li>
          ))}
        </ul>
      )}
      {edited === null ? null : <CertificateDialog memberId={memberId} certificate={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Card>
  );
}

/** A member's contracts to deliver and certificates, on their page. */
export function MemberContracts({ memberId }: { readonly memberId: string }): ReactElement {
  const mayWrite = useMay('contract.write');
  return <><ContractsCard memberId={memberId} mayWrite={mayWrite} /><CertificatesCard memberId={memberId} mayWrite={mayWrite} /></>;
}
