import { useState, type ReactElement } from 'react';
import { pricePerJinText, priceText } from '../../../electron/domain/price.ts';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp } from '../../api/use-operation.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { tradedPriceText } from '../ticket/desk/desk-words.ts';
import { dateTextOf, timeText } from '../../ui/format/format-text.ts';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { PaperPreview } from '../../ui/paper/PaperPreview.tsx';
import type { SheetLine } from './price-sheet.ts';
import { PrintPageButton } from '../settings/printers/PrintPageButton.tsx';
import styles from './product.module.css';

/** The board as it will hang at the station: A4, the traded unit first and larger. */
function Board({ lines }: { readonly lines: readonly SheetLine[] }): ReactElement {
  const t = useText('product');
  const contract = useText('contract');
  const app = useText('app');
  const language = useLanguage();
  const { state } = useSession();
  return (
    <div className={styles['board']}>
      <p>{state.cooperative} {state.station?.name}</p>
      <h3>{t('board.title')}</h3>
      <p>{dateTextOf(state.businessDate, language)}</p>
      <table>
        <thead><tr><th scope="col">{t('prices.product')}</th><th scope="col">{t('prices.grade')}</th><th scope="col">{t('prices.price')}</th></tr></thead>
        <tbody>
          {lines.filter((line) => line.now !== null).map((line, index, shown) => {
            const jin = app('unit.perJin', { value: pricePerJinText(line.now ?? 0) });
            const kilogram = app('unit.perKilogram', { value: priceText(line.now ?? 0) });
            const first = shown[index - 1]?.product.id !== line.product.id;
            return (
              <tr key={line.key}>
                <td>{first ? <strong>{language === 'zh' ? line.product.nameZh : line.product.nameEn}</strong> : null}</td>
                <td>{language === 'zh' ? line.grade.nameZh : line.grade.nameEn}</td>
                <td><strong>{line.product.tradedUnit === 'jin' ? jin : kilogram}</strong> <small>{line.product.tradedUnit === 'jin' ? kilogram : jin}</small>{line.later === null ? null : <><br /><small>{contract('next.price', { time: timeText(line.later.from), price: tradedPriceText(line.later.priceE4, line.product.tradedUnit, app) })}</small></>}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Shows the price board and keeps it as PDF, to be printed on any printer. */
export function PriceBoardDialog({ lines, onClose }: { readonly lines: readonly SheetLine[]; readonly onClose: () => void }): ReactElement {
  const t = useText('product');
  const app = useText('app');
  const language = useLanguage();
  const { training } = useSession();
  const draw = useCommandOp('price.boardPdf');
  const keep = useCommandOp('file.save');
  const [saved, setSaved] = useState<{ readonly path: string; readonly boxed: readonly string[] } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const busy = draw.sending || keep.sending;
  const save = async (): Promise<void> => {
    setFailure(null);
    const drawn = await draw.send({ locale: language });
    if (!drawn.ok) return setFailure(drawn);
    const kept = await keep.send({ name: drawn.data.name, kind: 'pdf', base64: drawn.data.pdf });
    if (!kept.ok) return setFailure(kept);
    setSaved(kept.data.savedTo === null ? null : { path: kept.data.savedTo, boxed: drawn.data.boxed });
  };
  return (
    <Dialog
      wide title={t('board.title')} onClose={onClose}
      actions={<><ActionButton layer="dialog" onPress={onClose}>{app('action.close')}</ActionButton><ActionButton kind="main" layer="dialog" icon="export" shortcut="Enter" disabled={busy} onPress={() => void save()}>{t(busy ? 'board.drawing' : 'board.save')}</ActionButton></>}
    >
      <div className={styles['stack']}>
        {saved === null ? null : <Notice tone="good" title={t('board.saved', { path: saved.path })} />}
        {saved === null || saved.boxed.length === 0 ? null : <p>{t('board.boxed', { list: saved.boxed.join(' ') })}</p>}
        {failure === null ? null : <RefusalNotice failure={failure} op="price.boardPdf" />}
        <div><PrintPageButton page={{ kind: 'price_board' }} layer="dialog" /></div>
        <div tabIndex={0} role="group" aria-label={t('board.title')}><PaperPreview widthMm={210} scale={3.4} training={training}><Board lines={lines} /></PaperPreview></div>
      </div>
    </Dialog>
  );
}
