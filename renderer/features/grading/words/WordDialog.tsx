import { useState, type ReactElement } from 'react';
import type { GradeWord } from '../../../../electron/contract/grading.ts';
import type { Product } from '../../../../electron/contract/product.ts';
import { isOnLine } from '../../../../electron/domain/grade.ts';
import type { Failure } from '../../../api/operation-types.ts';
import { useCommandOp } from '../../../api/use-operation.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { NumPadField } from '../../../ui/fields/NumPadField.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../../ui/overlay/Dialog.tsx';
import { choiceWord, choicesOf, measureUnit, nameIn } from '../../ticket/desk/desk-words.ts';
import { gradesOf } from '../../ticket/desk/model/desk-goods.ts';
import { measureRules } from '../../ticket/desk/model/desk-grading.ts';
import styles from '../grading.module.css';
import { LabelledSelect } from '../LabelledSelect.tsx';

/** A word, its product and what it means: a grade, a measure, or nothing yet. A word is put away, never removed. */
export function WordDialog({ word, products, onClose }: { readonly word: GradeWord | null; readonly products: readonly Product[]; readonly onClose: () => void }): ReactElement {
  const t = useText('grading');
  const app = useText('app');
  const ticket = useText('ticket');
  const language = useLanguage();
  const save = useCommandOp('grading.saveWord');
  const [text, setText] = useState(word?.word ?? '');
  const [productId, setProductId] = useState(word?.productId ?? products[0]?.id ?? '');
  const [grade, setGrade] = useState(word?.grade ?? '');
  const [attribute, setAttribute] = useState(word?.attribute ?? '');
  const [value, setValue] = useState(word?.value ?? '');
  const [note, setNote] = useState(word?.note ?? '');
  const [active, setActive] = useState(word?.active ?? true);
  const [failure, setFailure] = useState<Failure | null>(null);
  const product = products.find(({ id }) => id === productId) ?? null;
  const attributes = product?.scheme?.definition.attributes ?? [];
  const measured = attributes.find(({ id }) => id === attribute);
  const ready = text.trim() !== '' && product !== null && (measured === undefined || value !== '') && !save.sending;
  const send = async (): Promise<void> => {
    if (!ready) return;
    const means = measured === undefined ? { attribute: null, value: null } : { attribute: measured.id, value };
    const reply = await save.send({ id: word?.id ?? null, ...(word === null ? {} : { expectedVersion: word.version }), productId, word: text.trim(), grade: grade === '' ? null : grade, ...means, note: note.trim() === '' ? null : note.trim(), active });
    if (reply.ok) onClose();
    else setFailure(reply);
  };
  const choose = (id: string): void => { setAttribute(id); setValue(''); };
  return (
    <Dialog
      title={t(word === null ? 'word.add' : 'word.change')} onClose={onClose}
      actions={<><ActionButton layer="dialog" onPress={onClose}>{app('action.cancel')}</ActionButton><ActionButton kind="main" layer="dialog" shortcut="Enter" disabled={!ready} onPress={() => void send()}>{app('action.save')}</ActionButton></>}
    >
      <div className={styles['stack']}>
        <TextField label={t('word.search')} value={text} maxLength={20} autoFocus onChange={setText} />
        <LabelledSelect label={t('sample.product')} value={productId} disabled={word !== null} onChange={(id) => { setProductId(id); setGrade(''); choose(''); }} options={products.map((each) => ({ value: each.id, label: nameIn(each, language) }))} />
        <LabelledSelect label={t('word.grade')} value={grade} onChange={setGrade} options={[{ value: '', label: t('word.noGrade') }, ...gradesOf(product).map((each) => ({ value: each.id, label: nameIn(each, language) }))]} />
        <LabelledSelect label={t('word.attribute')} value={attribute} onChange={choose} options={[{ value: '', label: t('word.noAttribute') }, ...attributes.map((each) => ({ value: each.id, label: nameIn(each, language) }))]} />
        {measured === undefined ? null : isOnLine(measured)
          ? <NumPadField label={nameIn(measured, language)} rules={measured.type === 'date' ? { decimals: 0, wholeDigits: 4 } : measureRules(measured)} unit={measureUnit(measured, ticket)} value={value} onChange={setValue} />
          : <LabelledSelect label={nameIn(measured, language)} value={value} onChange={setValue} options={choicesOf(measured).map((choice) => ({ value: choice, label: choiceWord(choice, ticket) }))} />}
        <TextField label={t('word.note')} value={note} maxLength={120} onChange={setNote} />
        <label className={styles['check']}><input type="checkbox" checked={active} onChange={(event) => setActive(event.target.checked)} /> {t('word.inUse')}</label>
        {failure === null ? null : <RefusalNotice failure={failure} op="grading.saveWord" />}
      </div>
    </Dialog>
  );
}
