import type { ReactElement } from 'react';
import { useQueryOp } from '../../api/use-operation.ts';
import type { ScreenProps } from '../../app/area.ts';
import { navigate } from '../../app/navigation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Page } from '../../ui/layout/Page.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { ProductForm } from './ProductForm.tsx';
import { TermsCard } from '../deduction/TermsCard.tsx';
import { SchemeCard } from './SchemeCard.tsx';
import styles from './product.module.css';

/** One product: its rules to change, and its grade scheme to read. */
export default function ProductScreen({ params }: ScreenProps): ReactElement | null {
  const t = useText('product');
  const grading = useText('grading');
  const deduction = useText('deduction');
  const language = useLanguage();
  const answer = useQueryOp('product.list', {});
  if (answer.data === undefined) return null;
  if (!answer.data.ok) return <Page title={t('screens.product')}><RefusalNotice failure={answer.data} op="product.list" /></Page>;
  const back = <ActionButton icon="back" shortcut="Escape" onPress={() => navigate('/products')}>{t('backToProducts')}</ActionButton>;
  const product = answer.data.data.rows.find((candidate) => candidate.id === params['id']);
  if (product === undefined) return <Page title={t('screens.product')} actions={back}>{t('product.unknown')}</Page>;
  return (
    <Page title={language === 'zh' ? product.nameZh : product.nameEn} note={product.code} actions={<>{back}<ActionButton icon="trace" onPress={() => navigate(`/products/${product.id}/scheme`)}>{grading('open')}</ActionButton><ActionButton icon="trace" onPress={() => navigate(`/products/${product.id}/deductions`)}>{deduction('open')}</ActionButton><ActionButton icon="prices" onPress={() => navigate(`/prices/${product.id}`)}>{t('history.open')}</ActionButton></>}>
      <div className={styles['cards']}>
        <ProductForm key={`${product.id} ${String(product.version)}`} product={product} />
        <div className={styles['stack']}><TermsCard product={product} /><SchemeCard scheme={product.scheme} /></div>
      </div>
    </Page>
  );
}
