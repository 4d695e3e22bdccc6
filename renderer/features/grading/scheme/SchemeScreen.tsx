import { useState, type ReactElement } from 'react';
import type { SchemeVersion } from '../../../../electron/contract/grading.ts';
import type { SchemeDefinition } from '../../../../electron/contract/product.ts';
import { useQueryOp } from '../../../api/use-operation.ts';
import type { ScreenProps } from '../../../app/area.ts';
import { navigate } from '../../../app/navigation.ts';
import { useSession } from '../../../app/session.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { Page } from '../../../ui/layout/Page.tsx';
import { EmptyState } from '../../../ui/notices/EmptyState.tsx';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { SchemeCard } from '../../product/SchemeCard.tsx';
import { SheetButton } from '../../sheet/SheetButton.tsx';
import styles from '../grading.module.css';
import { AttributeTable } from './AttributeTable.tsx';
import { GradeTable } from './GradeTable.tsx';
import { SaveForm } from './SaveForm.tsx';
import { SchemePicture } from './SchemePicture.tsx';
import { TryOut } from './TryOut.tsx';
import { VersionList } from './VersionList.tsx';

interface Edited { readonly local: boolean; readonly definition: SchemeDefinition }

function Versions({ productId, rows }: { readonly productId: string; readonly rows: readonly SchemeVersion[] }): ReactElement {
  const t = useText('grading');
  const mayWrite = useSession().may('product.write');
  const [chosen, setChosen] = useState<string | null>(null);
  const [edited, setEdited] = useState<Edited | null>(null);
  const [saved, setSaved] = useState<number | null>(null);
  const shown = rows.find((row) => row.id === chosen) ?? rows.find((row) => row.state === 'in_force') ?? rows[0];
  if (shown === undefined) return <EmptyState icon="trace" title={t('screens.scheme')} />;
  const definition = edited?.definition ?? shown.definition;
  const edit = (local: boolean): void => { setSaved(null); setEdited({ local, definition: shown.definition }); };
  const change = (next: SchemeDefinition): void => { if (edited !== null) setEdited({ ...edited, definition: next }); };
  return (
    <>
      {saved === null ? null : <Notice tone="good" title={t('edit.saved', { number: saved })} />}
      {edited === null ? (
        <div className={styles['columns']}>
          <div className={styles['stack']}>
            <SheetButton key={shown.id} wanted={{ kind: 'grading_form', schemeId: shown.id }} />
            {mayWrite ? <div className={styles['row']}>
              <ActionButton kind="main" onPress={() => edit(false)}>{t('version.edit')}</ActionButton>
              {shown.parentId === null ? <ActionButton onPress={() => edit(true)}>{t('version.derive')}</ActionButton> : null}
            </div> : null}
            <VersionList rows={rows} shown={shown.id} onShow={setChosen} />
          </div>
          <div className={styles['stack']}>
            <SchemePicture scheme={definition} />
            <TryOut key={shown.id} definition={definition} />
            <SchemeCard scheme={shown} />
          </div>
        </div>
      ) : (
        <div className={styles['stack']}>
          <SaveForm
            productId={productId} version={shown} newestId={rows[0]?.id ?? shown.id} definition={definition} local={edited.local} onUndo={() => setEdited(null)}
            onSaved={(number) => { setEdited(null); setChosen(null); setSaved(number); }}
          />
          <GradeTable definition={definition} local={edited.local} onChange={change} />
          <SchemePicture scheme={definition} />
          <AttributeTable definition={definition} local={edited.local} onChange={change} />
          <TryOut definition={definition} />
        </div>
      )}
    </>
  );
}

/** A product's grade scheme: its versions and what they changed, a picture of its stretches, a try-out, and the editor. */
export default function SchemeScreen({ params }: ScreenProps): ReactElement | null {
  const t = useText('grading');
  const language = useLanguage();
  const productId = params['id'] ?? '';
  const answer = useQueryOp('grading.schemes', { productId });
  const products = useQueryOp('product.list', {});
  if (answer.data === undefined) return null;
  const back = <ActionButton icon="back" shortcut="Escape" onPress={() => navigate(`/products/${productId}`)}>{t('back')}</ActionButton>;
  if (!answer.data.ok) return <Page title={t('screens.scheme')} actions={back}><RefusalNotice failure={answer.data} op="grading.schemes" /></Page>;
  const product = products.data?.ok === true ? products.data.data.rows.find((row) => row.id === productId) : undefined;
  return <Page title={t('screens.scheme')} note={product === undefined ? '' : language === 'zh' ? product.nameZh : product.nameEn} actions={back}><Versions productId={productId} rows={answer.data.data.rows} /></Page>;
}
