import { useState, type ReactElement } from 'react';
import type { Product } from '../../../../../electron/contract/product.ts';
import { pricePerJinText, priceText } from '../../../../../electron/domain/price.ts';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { Keycap } from '../../../../ui/actions/Keycap.tsx';
import { digitKeys, type KeyName } from '../../../../ui/keyboard/key-name.ts';
import type { KeyHandler } from '../../../../ui/keyboard/keyboard-scopes.ts';
import { useKeyboardScope } from '../../../../ui/keyboard/use-keyboard-scope.ts';
import { useLanguage, useText } from '../../../../ui/language/use-text.ts';
import { EmptyState } from '../../../../ui/notices/EmptyState.tsx';
import styles from '../desk.module.css';
import type { DeskView } from '../desk-model.ts';
import { nameIn, tradedPriceText } from '../desk-words.ts';
import { priceRange } from '../model/desk-goods.ts';

const onOnePage = 9;

interface TileProps {
  readonly desk: DeskView;
  readonly product: Product;
  readonly number: number;
  readonly last: boolean;
  readonly onPick: () => void;
}

function Tile({ desk, product, number, last, onPick }: TileProps): ReactElement {
  const t = useText('ticket');
  const app = useText('app');
  const language = useLanguage();
  const range = priceRange(desk.goods, product.id);
  const price = range === null ? null
    : range.low === range.high ? tradedPriceText(range.low, product.tradedUnit, app)
      : product.tradedUnit === 'kg' ? t('desk.what.rangeKilogram', { high: priceText(range.high), low: priceText(range.low) })
        : t('desk.what.rangeJin', { high: pricePerJinText(range.high), low: pricePerJinText(range.low) });
  return (
    <div role="radio" tabIndex={-1} aria-checked={desk.state.productId === product.id} className={styles['tile']} title={nameIn(product, language)} onMouseDown={(event) => event.preventDefault()} onClick={onPick}>
      <span className={styles['tileHead']}><Keycap label={String(number)} /><span className={styles['tileName']}>{nameIn(product, language)}</span></span>
      <span className={styles['tilePrice']}>{price ?? <span className={styles['tag']} data-tone="wait">{t('desk.what.noPrice')}</span>}</span>
      {last ? <span><span className={styles['tag']} data-tone="good">{t('desk.what.last')}</span></span> : null}
    </div>
  );
}

/** What is brought: numbered tiles with today's prices; the member's last product stands proposed. */
export function WhatStep({ desk, lastProductId }: { readonly desk: DeskView; readonly lastProductId: string | null }): ReactElement {
  const t = useText('ticket');
  const products = desk.goods.products.filter((product) => product.active);
  const chosenAt = products.findIndex((product) => product.id === desk.state.productId);
  const pages = Math.max(1, Math.ceil(products.length / onOnePage));
  const [page, setPage] = useState(Math.max(0, Math.floor(chosenAt / onOnePage)));
  const shown = products.slice(page * onOnePage, (page + 1) * onOnePage);
  const pick = (product: Product): void => desk.dispatch({ type: 'productChosen', productId: product.id });
  const digits: Partial<Record<KeyName, KeyHandler>> = {};
  shown.forEach((product, index) => {
    const key = digitKeys[index];
    if (key !== undefined) digits[key] = () => pick(product);
  });
  const step = (by: 1 | -1): void => {
    const next = products[(chosenAt + by + products.length) % Math.max(1, products.length)];
    if (next === undefined) return;
    pick(next);
    setPage(Math.floor(products.indexOf(next) / onOnePage));
  };
  const advance = (): void => desk.dispatch({ type: 'advanced' });
  const turn = (): void => setPage((page + 1) % pages);
  useKeyboardScope({
    ...digits, Enter: advance, Add: turn, ArrowRight: () => step(1), ArrowDown: () => step(1), ArrowLeft: () => step(-1), ArrowUp: () => step(-1), PageDown: turn,
  }, 'part');
  return (
    <>
      <div className={styles['main']}>
        <h2>{t('desk.what.question')}</h2>
        {products.length === 0 ? <EmptyState icon="basket" title={t('desk.what.empty')} text={t('desk.what.emptyText')} /> : (
          <div className={styles['tiles']} role="radiogroup" aria-label={t('desk.what.question')}>
            {shown.map((product, index) => <Tile key={product.id} desk={desk} product={product} number={index + 1} last={product.id === lastProductId} onPick={() => pick(product)} />)}
          </div>
        )}
      </div>
      <div className={styles['actions']}>
        <ActionButton kind="main" wide keyLabel="Enter ↵" icon="next" disabled={desk.state.productId === null} onPress={advance}>{t('desk.what.take')}</ActionButton>
        {pages > 1 ? <ActionButton keyLabel="+" onPress={turn}>{t('desk.what.more', { page: page + 1, pages })}</ActionButton> : null}
      </div>
    </>
  );
}
