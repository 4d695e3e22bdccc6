import { Select } from 'antd';
import type { ReactElement, Ref } from 'react';
import { DayField } from '../../ui/fields/DayField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { MemberPicker } from '../settlement/pay/MemberPicker.tsx';
import { nameIn } from '../ticket/desk/desk-words.ts';
import { ownerOf } from './PaperOwners.tsx';
import type { PaperHeadFields } from './paper-reducer.ts';
import styles from './paperbook.module.css';
import type { PaperPage } from './use-paper-page.ts';

/** Which page, when, who and what: the same on every page. */
export function PaperHead({ page: { entry, dispatch, writtenAt, desk, grades }, first }: { readonly page: PaperPage; readonly first: Ref<HTMLInputElement> }): ReactElement {
  const t = useText('paperbook');
  const language = useLanguage();
  const { owners, productId } = desk.state;
  const head = (fields: PaperHeadFields): void => dispatch({ type: 'headTyped', fields });
  return (
    <>
      <TextField label={t('number')} hint={t('numberHint')} value={entry.page} onChange={(page) => head({ page })} maxLength={40} inputRef={first} autoFocus />
      <DayField label={t('day')} value={entry.day} onChange={(day) => head({ day })} />
      <TextField label={t('time')} hint={t('timeHint')} value={entry.time} onChange={(time) => head({ time })} maxLength={5} refusal={entry.time.length > 3 && entry.day !== null && writtenAt === null ? t('timeWrong') : null} />
      <label className={styles['label']}>{t('member')}
        <MemberPicker value={owners[0]?.memberId ?? null} onChange={(_, member) => dispatch(member === null ? { type: 'memberCleared' } : { type: 'desk', action: { type: 'memberChosen', owner: ownerOf(member), productId } })} />
      </label>
      <label className={styles['label']}>{t('product')}
        <Select aria-label={t('product')} value={productId} onChange={(chosen: string) => dispatch({ type: 'desk', action: { type: 'productChosen', productId: chosen } })} options={desk.goods.products.map((row) => ({ value: row.id, label: nameIn(row, language) }))} />
      </label>
      <label className={styles['label']}>{t('grade')}
        <Select aria-label={t('grade')} value={desk.preview.grade} disabled={desk.preview.product === null} onChange={(grade: string) => dispatch({ type: 'desk', action: { type: 'gradeChosen', grade } })} options={grades.map((grade) => ({ value: grade.id, label: nameIn(grade, language) }))} />
      </label>
    </>
  );
}
