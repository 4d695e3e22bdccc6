import { useMemo, type ReactElement } from 'react';
import { useQueryOp } from '../../../api/use-operation.ts';
import { useSession } from '../../../app/session.ts';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { Desk } from './Desk.tsx';
import type { DeskGoods } from './model/desk-goods.ts';

/** Prices take effect at a time of day, so the board is asked again without an event. */
const pricesEveryMs = 30_000;

/** The intake desk: products, prices and containers first, then the desk itself. */
export default function WeighScreen(): ReactElement | null {
  const day = useSession().state.businessDate;
  const products = useQueryOp('product.list', {});
  const prices = useQueryOp('price.board', {}, { refreshMs: pricesEveryMs });
  const containers = useQueryOp('container.list', {});
  const goods = useMemo((): DeskGoods | null => {
    if (products.data?.ok !== true || prices.data?.ok !== true || containers.data?.ok !== true) return null;
    return { day, products: products.data.data.rows, prices: prices.data.data.rows, next: prices.data.data.next, containers: containers.data.data.rows };
  }, [day, products.data, prices.data, containers.data]);
  if (goods !== null) return <Desk goods={goods} />;
  if (products.data?.ok === false) return <RefusalNotice failure={products.data} op="product.list" />;
  if (prices.data?.ok === false) return <RefusalNotice failure={prices.data} op="price.board" />;
  if (containers.data?.ok === false) return <RefusalNotice failure={containers.data} op="container.list" />;
  return null;
}
