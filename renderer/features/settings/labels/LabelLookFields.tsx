import type { ReactElement } from 'react';
import { leavable, speaksForItself, type LabelBlock, type LabelLayout, type LabelPaper } from '../../../../electron/contract/label-layout.ts';
import { ChoiceList } from '../../../ui/actions/ChoiceList.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import styles from '../slips/slips.module.css';

interface LookProps {
  readonly paper: LabelPaper;
  readonly layout: LabelLayout;
  readonly disabled: boolean;
  readonly onChange: (layout: LabelLayout) => void;
}

/** What may be left out of a label; what a lot is known by always stands on it. */
export function BlockList({ paper, layout, disabled, onChange }: LookProps): ReactElement {
  const t = useText('labels');
  const show = (block: LabelBlock, shown: boolean): void => onChange({ ...layout, hidden: leavable[paper].filter((each) => (each === block ? !shown : layout.hidden.includes(each))) });
  return (
    <>
      <ul className={styles['sections']} aria-label={t('looks.blocks')}>
        {leavable[paper].map((block) => (
          <li key={block} className={styles['section']} data-off={layout.hidden.includes(block) || undefined}>
            <label className={styles['shown']}>
              <input type="checkbox" aria-label={t(`looks.block.${block}`)} checked={!layout.hidden.includes(block)} disabled={disabled} onChange={(event) => show(block, event.target.checked)} />
              <span>{t(`looks.block.${block}`)}</span>
            </label>
          </li>
        ))}
      </ul>
      <p>{t('looks.always')}</p>
    </>
  );
}

/** Language, and words of the station's own in the line of the cooperative. */
export function WordsFields({ paper, layout, disabled, onChange }: LookProps): ReactElement {
  const t = useText('labels');
  const slip = useText('slip');
  return (
    <div className={styles['fields']}>
      <ChoiceList digits={false} label={slip('language')} chosen={layout.language} onChoose={(language) => { if (!disabled) onChange({ ...layout, language }); }} choices={(['person', 'zh', 'en', 'both'] as const).map((value) => ({ value, label: slip(`languages.${value}`) }))} />
      {layout.language === 'both' ? <p>{t('looks.bothHint')}</p> : null}
      {speaksForItself.has(paper) ? <TextField label={t('looks.words')} hint={t('looks.wordsHint')} value={layout.words} maxLength={40} disabled={disabled} onChange={(words) => onChange({ ...layout, words })} /> : null}
    </div>
  );
}
