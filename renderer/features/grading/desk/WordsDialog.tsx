import { useState, type ReactElement } from 'react';
import type { GradeWord } from '../../../../electron/contract/grading.ts';
import { useCommandOp, useQueryOp } from '../../../api/use-operation.ts';
import { useSession } from '../../../app/session.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { ChoiceList } from '../../../ui/actions/ChoiceList.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Dialog } from '../../../ui/overlay/Dialog.tsx';
import styles from '../grading.module.css';
import type { DeskView } from '../../ticket/desk/desk-model.ts';
import { gradesOf, priceOf } from '../../ticket/desk/model/desk-goods.ts';
import { measureOfWord } from '../words/measure-of-word.ts';
import { useWordMeaning } from '../words/use-word-meaning.ts';
import { TakeSample } from './TakeSample.tsx';

/** What the village calls the goods: a word from the product's list, or a new one that joins it; and a sample to be graded blind. */
export function WordsDialog({ desk, onClose }: { readonly desk: DeskView; readonly onClose: () => void }): ReactElement | null {
  const t = useText('grading');
  const mayOverride = useSession().may('ticket.override_grade');
  const save = useCommandOp('grading.saveWord');
  const answer = useQueryOp('grading.words', {});
  const { state, goods, preview: { product }, dispatch } = desk;
  const [typed, setTyped] = useState(state.word ?? '');
  const [chosen, setChosen] = useState<string | null>(null);
  const all = answer.data?.ok === true ? answer.data.data.rows.filter((word) => word.productId === product?.id) : [];
  const ofScheme = gradesOf(product).flatMap((grade) => (grade.localNames ?? []).filter((name) => !all.some(({ word }) => word === name))
    .map((word): GradeWord => ({ id: word, version: 1, productId: product?.id ?? '', word, grade: grade.id, attribute: null, value: null, note: null, active: true, used: 0 })));
  const offered = [...all, ...ofScheme].filter((word) => word.active && (typed.trim() === '' || chosen !== null || word.word.includes(typed.trim()))).slice(0, 7);
  const meaning = useWordMeaning();
  const take = (): void => {
    const text = typed.trim();
    const known = [...all, ...ofScheme].find(({ word }) => word === text);
    dispatch({ type: 'named', word: text });
    const { grade = null, attribute = null, value = null } = known ?? {};
    if (grade !== null && mayOverride && product !== null && priceOf(goods, product.id, grade) !== null) dispatch({ type: 'gradeChosen', grade });
    if (attribute !== null && value !== null) dispatch({ type: 'measured', attribute, value: measureOfWord(product, attribute, value, goods.day) });
    onClose();
  };
  const retire = (word: GradeWord): void => {
    const { id, productId, grade, attribute, value, note } = word;
    void save.send({ id, productId, word: word.word, grade, attribute, value, note, active: false });
    setChosen(null);
  };
  const marked = all.find(({ word }) => word === chosen);
  // The list is there before the dialog stands, so that its digits work at once.
  if (answer.data === undefined) return null;
  return (
    <Dialog
      title={t('word.title')} onClose={onClose}
      actions={<>
        <ActionButton kind="main" layer="dialog" shortcut="Enter" disabled={typed.trim() === ''} onPress={take}>{t('word.take')}</ActionButton>
        {marked === undefined ? null : <ActionButton onPress={() => retire(marked)}>{t('word.retire')}</ActionButton>}
      </>}
    >
      <div className={styles['stack']}>
        <ChoiceList
          label={t('word.list')} layer="dialog" chosen={chosen} onChoose={(word) => { setChosen(word); setTyped(word); }}
          choices={offered.map((word) => ({ value: word.word, label: word.word, detail: word.used === 0 ? meaning(word, product) : `${meaning(word, product)} · ${t('word.used', { count: word.used })}` }))}
        />
        <TextField label={t('word.search')} hint={offered.length === 0 ? t('word.none') : t('word.hint')} value={typed} maxLength={20} onChange={(value) => { setTyped(value); setChosen(null); }} />
        {product === null ? null : <TakeSample draftId={state.draftId} productId={product.id} owners={state.owners.map(({ memberId }) => memberId)} />}
      </div>
    </Dialog>
  );
}
