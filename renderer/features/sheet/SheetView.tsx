import { useState, type ReactElement } from 'react';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import styles from './sheet.module.css';
import { SheetPaper } from './SheetPaper.tsx';
import { usePrintSheet } from './use-print-sheet.tsx';
import { hasSizes, orderOf, type SheetLanguage, type WantedSheet } from './wanted-sheet.ts';

const languages: readonly SheetLanguage[] = ['zh', 'en', 'both'];
const sizes = ['A5', 'A4'] as const;

/** A sheet in the language and size chosen, as it will be drawn; one press keeps it as PDF or prints it, the first as the original, every other as a copy. */
export function SheetView({ wanted }: { readonly wanted: WantedSheet }): ReactElement {
  const t = useText('sheet');
  const [language, setLanguage] = useState<SheetLanguage>(useLanguage());
  const [size, setSize] = useState<'A4' | 'A5'>(hasSizes(wanted) ? 'A5' : 'A4');
  const order = orderOf(wanted, language, size);
  const preview = useQueryOp('sheet.preview', { order }, { keepPrevious: true });
  const keep = useCommandOp('sheet.save');
  const [savedTo, setSavedTo] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const shown = preview.data?.ok === true ? preview.data.data : null;
  const copyNo = shown?.copyNo ?? 0;
  const paper = usePrintSheet(order, copyNo, shown === null || keep.sending);
  const busy = keep.sending || paper.printing;
  const save = async (): Promise<void> => {
    setFailure(null);
    setSavedTo(null);
    const kept = await keep.send({ order });
    if (kept.ok) setSavedTo(kept.data.savedTo);
    else setFailure(kept);
  };
  return (
    <div className={styles['stack']}>
      <div className={styles['choices']}>
        <span className={styles['group']} role="group" aria-label={t('screen.language')}>
          {languages.map((each) => <ActionButton key={each} layer="dialog" small pressed={each === language} onPress={() => setLanguage(each)}>{t(`screen.languages.${each}`)}</ActionButton>)}
        </span>
        {!hasSizes(wanted) ? null : (
          <span className={styles['group']} role="group" aria-label={t('screen.size')}>
            {sizes.map((each) => <ActionButton key={each} layer="dialog" small pressed={each === size} onPress={() => setSize(each)}>{each}</ActionButton>)}
          </span>
        )}
        <ActionButton kind="main" layer="dialog" icon="export" shortcut="F8" disabled={busy || shown === null} onPress={() => void save()}>
          {busy ? t('screen.drawing') : copyNo === 0 ? t('screen.save') : t('screen.saveCopy', { number: copyNo })}
        </ActionButton>
        {paper.button}
      </div>
      {paper.note}
      {savedTo === null ? null : <Notice tone="good" title={t('screen.savedTo', { path: savedTo })} />}
      {failure === null ? null : <RefusalNotice failure={failure} op="sheet.save" saved={t('screen.safe')} />}
      {preview.data?.ok === false ? <RefusalNotice failure={preview.data} op="sheet.preview" saved={t('screen.safe')} /> : null}
      {shown === null ? null : (
        <>
          <p className={styles['soft']}>{copyNo === 0 ? t('screen.isOriginal') : t('screen.isCopy', { number: copyNo })}</p>
          {shown.boxed.length === 0 ? null : <p className={styles['soft']}>{t('screen.boxed', { list: shown.boxed.join(' ') })}</p>}
          <SheetPaper drawn={shown} />
        </>
      )}
    </div>
  );
}
