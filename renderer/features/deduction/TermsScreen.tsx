import { useState, type ReactElement } from 'react';
import type { TermsVersion } from '../../../electron/contract/deduction.ts';
import type { PriceRow, Product } from '../../../electron/contract/product.ts';
import type { TermsRule } from '../../../electron/domain/deduction.ts';
import { checkTerms } from '../../../electron/domain/deduction-terms-check.ts';
import { parseKilograms } from '../../../electron/domain/mass.ts';
import { parsePricePerKilogram, priceText } from '../../../electron/domain/price.ts';
import { useQueryOp } from '../../api/use-operation.ts';
import type { ScreenProps } from '../../app/area.ts';
import { navigate } from '../../app/navigation.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Page } from '../../ui/layout/Page.tsx';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { termsOf } from '../ticket/desk/model/desk-grading.ts';
import styles from './deduction.module.css';
import { HeatChart } from './HeatChart.tsx';
import { PublishForm, type Published } from './PublishForm.tsx';
import { momentTextOf } from './term-words.ts';
import { draftsOf, termsMeant } from './terms-draft.ts';
import { TermsEditor } from './TermsEditor.tsx';
import { TermsVersions } from './TermsVersions.tsx';
import { WorkedExample, type ExampleTyped } from './WorkedExample.tsx';

interface EditorProps { readonly product: Product; readonly prices: readonly PriceRow[]; readonly rows: readonly TermsVersion[] }

/** A hundred kilograms at the best price on the board, every factor a little over its base. */
function firstExample(product: Product, prices: readonly PriceRow[]): ExampleTyped {
  const best = Math.max(0, ...prices.filter((price) => price.productId === product.id && price.quotaPart === 'board').map((price) => price.priceE4));
  return { netKg: '100', price: best === 0 ? '3.00' : priceText(best), measures: Object.fromEntries(termsOf(product).terms.map((term) => [term.factor, term.rows[1]?.atPct ?? term.basePct])) };
}

function PublishedNotice({ published: { number, takesOver } }: { readonly published: Published }): ReactElement {
  const t = useText('deduction');
  const language = useLanguage();
  if (takesOver === null) return <Notice tone="good" title={t('publish.done', { number })} />;
  return <Notice tone="wait" title={t('publish.takesOver', { number, next: takesOver.number, moment: momentTextOf(takesOver.effectiveFrom, language) })} />;
}

function Editor({ product, prices, rows }: EditorProps): ReactElement {
  const t = useText('deduction');
  const language = useLanguage();
  const mayWrite = useSession().may('product.write');
  const begun = termsOf(product);
  const [drafts, setDrafts] = useState(() => draftsOf(rows[0]?.terms ?? begun.terms));
  const [rule, setRule] = useState<TermsRule>(rows[0]?.rule ?? begun.rule);
  const [typed, setTyped] = useState(() => firstExample(product, prices));
  const [published, setPublished] = useState<Published | null>(null);
  const meant = termsMeant(drafts);
  const broken = checkTerms(meant, product.scheme?.definition.attributes).length > 0;
  const trial = { terms: broken ? [] : meant, rule, netGrams: parseKilograms(typed.netKg) ?? 0, resolutionGrams: product.resolutionGrams, priceE4: parsePricePerKilogram(typed.price) ?? 0 };
  const take = (version: TermsVersion): void => { setDrafts(draftsOf(version.terms)); setRule(version.rule); };
  return (
    <>
      {published === null ? null : <PublishedNotice published={published} />}
      {rows.length > 0 ? null : <Notice tone="info" title={t('edit.fromScheme')} />}
      <div className={styles['columns']}>
        <div className={styles['stack']}>
          <TermsEditor drafts={drafts} meant={meant} rule={rule} definition={product.scheme?.definition ?? null} disabled={!mayWrite} onDrafts={(next) => { setPublished(null); setDrafts(next); }} onRule={setRule} />
          {mayWrite ? <PublishForm productId={product.id} rows={rows} rule={rule} terms={meant} broken={broken} onPublished={setPublished} /> : null}
        </div>
        <div className={styles['stack']}>
          <WorkedExample trial={trial} broken={broken} typed={typed} onType={setTyped} />
          <TermsVersions rows={rows} onTake={mayWrite ? take : null} />
        </div>
      </div>
      <HeatChart trial={trial} measures={typed.measures} name={language === 'zh' ? product.nameZh : product.nameEn} />
    </>
  );
}

/** What is deducted for a product: the list to edit, an example worked out beside it, its versions, and a table of two factors. */
export default function TermsScreen({ params }: ScreenProps): ReactElement | null {
  const t = useText('deduction');
  const language = useLanguage();
  const productId = params['id'] ?? '';
  const versions = useQueryOp('deduction.terms', { productId });
  const products = useQueryOp('product.list', {});
  const board = useQueryOp('price.board', {});
  if (versions.data === undefined || products.data === undefined || board.data === undefined) return null;
  const back = <ActionButton icon="back" shortcut="Escape" onPress={() => navigate(`/products/${productId}`)}>{t('back')}</ActionButton>;
  if (!versions.data.ok) return <Page title={t('screens.terms')} actions={back}><RefusalNotice failure={versions.data} op="deduction.terms" /></Page>;
  const product = products.data.ok ? products.data.data.rows.find((row) => row.id === productId) : undefined;
  if (product === undefined) return <Page title={t('screens.terms')} actions={back}>{t('refusal.product_unknown')}</Page>;
  return (
    <Page title={t('screens.terms')} note={language === 'zh' ? product.nameZh : product.nameEn} actions={back}>
      <Editor product={product} prices={board.data.ok ? board.data.data.rows : []} rows={versions.data.data.rows} />
    </Page>
  );
}
