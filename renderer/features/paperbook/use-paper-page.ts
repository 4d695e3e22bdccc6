import { useReducer, type Dispatch } from 'react';
import { ulid } from 'ulid';
import type { Grade } from '../../../electron/domain/grade.ts';
import { useQueryOp } from '../../api/use-operation.ts';
import { useSession } from '../../app/session.ts';
import { useText } from '../../ui/language/use-text.ts';
import { useSchedules } from '../contract/desk/use-schedules.ts';
import type { DeskView } from '../ticket/desk/desk-model.ts';
import { gradesOf, type DeskGoods } from '../ticket/desk/model/desk-goods.ts';
import { deskOfPaper, newPaperEntry, previewOfPaper, writtenAtOf, type PaperEntry } from './paper-entry.ts';
import { paperReducer, type PaperAction } from './paper-reducer.ts';

/** A page being typed, what it comes to, and the desk's own view of it for the parts that the desk has too. */
export interface PaperPage {
  readonly entry: PaperEntry;
  readonly dispatch: Dispatch<PaperAction>;
  readonly writtenAt: number | null;
  readonly desk: DeskView;
  /** What the goods can be: by the scheme of the page's time, or by today's where none held then. */
  readonly grades: readonly Grade[];
  /** The prices of the page's time are known. */
  readonly priced: boolean;
}

/** Products, terms, prices and contracts are those of the moment the page was written. */
export function usePaperPage(): PaperPage {
  const t = useText('paperbook');
  const { state } = useSession();
  const [entry, dispatch] = useReducer(paperReducer, null, () => newPaperEntry(ulid(), state.businessDate));
  const writtenAt = writtenAtOf(entry);
  const at = writtenAt === null ? {} : { at: writtenAt };
  const products = useQueryOp('product.list', at, { keepPrevious: true });
  const today = useQueryOp('product.list', {});
  const board = useQueryOp('price.board', at, { enabled: writtenAt !== null });
  const containers = useQueryOp('container.list', {});
  const schedules = useSchedules({ owners: writtenAt === null ? [] : entry.desk.owners, productId: entry.desk.productId }, writtenAt);
  const prices = writtenAt !== null && board.data?.ok === true ? board.data.data.rows : null;
  const goods: DeskGoods = {
    day: entry.day ?? state.businessDate,
    products: products.data?.ok === true ? products.data.data.rows.filter((row) => row.active) : [], prices: prices ?? [], next: [],
    containers: containers.data?.ok === true ? containers.data.data.rows : [],
  };
  const preview = previewOfPaper(entry, goods, t('reason'), schedules);
  const { product } = preview;
  const known = today.data?.ok === true ? today.data.data.rows.find((row) => row.id === product?.id) ?? null : null;
  return { grades: gradesOf(product?.scheme === null ? known : product), entry, dispatch, writtenAt, priced: prices !== null, desk: { state: deskOfPaper(entry, t('reason')).state, goods, schedules, preview, dispatch: (action) => dispatch({ type: 'desk', action }) } };
}
