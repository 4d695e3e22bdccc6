import { useState, type ReactElement } from 'react';
import type { Failure } from '../../../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../../../api/use-operation.ts';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { ChoiceList } from '../../../../ui/actions/ChoiceList.tsx';
import { SearchField } from '../../../../ui/fields/TextField.tsx';
import { useLanguage, useText } from '../../../../ui/language/use-text.ts';
import { RefusalNotice } from '../../../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../../../ui/overlay/Dialog.tsx';
import styles from '../desk.module.css';
import { nameIn } from '../desk-words.ts';
import type { DeskGoods } from '../model/desk-goods.ts';
import own from './yard.module.css';

/** Draws a number: who it is and what is brought may be said, and need not be. Enter, Enter, Enter gives a number without either. */
export function NumberDialog({ goods, onClose }: { readonly goods: DeskGoods; readonly onClose: () => void }): ReactElement {
  const t = useText('yard');
  const language = useLanguage();
  const take = useCommandOp('queue.take');
  const [stage, setStage] = useState<'who' | 'what' | 'given'>('who');
  const [text, setText] = useState('');
  const [productId, setProductId] = useState<string | null>(null);
  const [label, setLabel] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const asked = text.trim();
  const search = useQueryOp('member.search', { text: asked, limit: 1 }, { enabled: asked !== '', keepPrevious: true });
  const found = asked !== '' && search.data?.ok === true ? search.data.data.rows.find((row) => row.status === 'active') : undefined;
  const sure = asked === '' || (found !== undefined && !search.isPlaceholderData);
  const next = async (): Promise<void> => {
    if (stage === 'given') onClose();
    else if (stage === 'who') setStage('what');
    else if (!take.sending) {
      const reply = await take.send({ memberId: asked === '' ? null : found?.id ?? null, productId });
      setFailure(reply.ok ? null : reply);
      if (!reply.ok) return;
      setLabel(reply.data.label);
      setStage('given');
    }
  };
  return (
    <Dialog key={stage} wide title={t('number.title')} onClose={stage === 'what' ? () => setStage('who') : onClose}>
      <div className={styles['form']}>
        {stage === 'who' ? <SearchField label={t('number.who')} hint={t('number.whoHint')} value={text} onChange={setText} autoFocus /> : null}
        {stage !== 'given' && asked !== '' ? <p className={styles['said']} data-tone={found === undefined ? 'wait' : 'good'}>{found === undefined ? t('number.nobody') : [found.code, found.name, found.houseGroup].filter((part) => part !== null).join(' ')}</p> : null}
        {stage === 'what' ? <ChoiceList label={t('number.what')} layer="dialog" across chosen={productId} onChoose={setProductId} choices={goods.products.filter((product) => product.active).slice(0, 9).map((product) => ({ value: product.id, label: nameIn(product, language) }))} /> : null}
        {stage === 'given' ? <p className={own['question']} role="status" data-role="number-given">{t('number.given', { label })}</p> : null}
        {failure === null ? null : <RefusalNotice failure={failure} op="queue.take" />}
        <ActionButton kind="main" wide layer="dialog" shortcut="Enter" disabled={stage === 'who' && !sure} onPress={() => void next()}>{t(stage === 'who' ? 'number.next' : stage === 'what' ? 'number.give' : 'number.done')}</ActionButton>
      </div>
    </Dialog>
  );
}
