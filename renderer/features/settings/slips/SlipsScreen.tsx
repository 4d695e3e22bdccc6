import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { slipPaper, standardLayout, type SlipLayout, type SlipPaper } from '../../../../electron/contract/slip-layout.ts';
import { useCommandOp, useQueryOp } from '../../../api/use-operation.ts';
import { useSession } from '../../../app/session.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { Page } from '../../../ui/layout/Page.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { ToSettings } from '../ToSettings.tsx';
import { CopiesField } from './CopiesField.tsx';
import { KeepLook } from './KeepLook.tsx';
import { NamesField } from './NamesField.tsx';
import { LookFields } from './LookFields.tsx';
import { SectionList } from './SectionList.tsx';
import { SlipPreview } from './SlipPreview.tsx';
import { useLookDraft } from './use-look-draft.ts';
import { Versions } from './Versions.tsx';
import styles from './slips.module.css';

interface EditorProps {
  readonly paper: SlipPaper;
  readonly printerId: string | null;
  readonly widthMm: 58 | 80;
}

/** One slip on one printer: its parts, its words, the paper beside them. */
function Editor({ paper, printerId, widthMm }: EditorProps): ReactElement | null {
  const t = useText('slip');
  const mayWrite = useSession().may('print.configure');
  const kept = useQueryOp('slip.layout', { paper, printerId });
  const save = useCommandOp('slip.saveLayout');
  const draftOf = useLookDraft<SlipLayout>();
  if (kept.data === undefined) return null;
  if (!kept.data.ok) return <RefusalNotice failure={kept.data} op="slip.layout" />;
  const { version, versions } = kept.data.data;
  const { layout, changed, change, undo, keep } = draftOf(kept.data.data, (wanted, expectedVersion) => save.send({ paper, printerId, layout: wanted, expectedVersion }));
  return (
    <div className={styles['editor']}>
      <div className={styles['side']}>
        <KeepLook
          op="slip.saveLayout" reply={save.reply} saved={t('saved', { version: save.reply?.ok === true ? save.reply.data.version : version })} mayWrite={mayWrite} changed={changed} sending={save.sending}
          onKeep={() => void keep()} onUndo={undo}
        />
        <Card title={t('sections')}><SectionList layout={layout} disabled={!mayWrite} onChange={change} /></Card>
        <Card title={t('words')}><LookFields layout={layout} disabled={!mayWrite} onChange={change} /></Card>
        <Versions versions={versions} standard={standardLayout(paper)} disabled={!mayWrite} onTake={change} />
        {mayWrite ? <CopiesField paper={paper} /> : null}
        {mayWrite ? <NamesField paper={paper} /> : null}
      </div>
      <div className={styles['paper']} tabIndex={0} role="region" aria-label={t('sample')}><SlipPreview paper={paper} printerId={printerId} layout={layout} widthMm={widthMm} /></div>
    </div>
  );
}

/** How the slips of the station look, paper by paper and, where wanted, printer by printer. */
export default function SlipsScreen(): ReactElement {
  const t = useText('slip');
  const names = useText('settings');
  const printers = useQueryOp('printer.list', {});
  const [paper, setPaper] = useState<SlipPaper>('receipt');
  const [printerId, setPrinterId] = useState<string | null>(null);
  const [width, setWidth] = useState<58 | 80 | null>(null);
  const slipPrinters = printers.data?.ok === true ? printers.data.data.rows.filter((row) => row.language === 'escpos') : [];
  const own = slipPrinters.find((row) => row.id === printerId) ?? slipPrinters[0];
  const widthMm = width ?? (own?.widthMm === 58 ? 58 : 80);
  return (
    <Page title={t('title')} note={t('note')} actions={<ToSettings />}>
      <div className={styles['which']}>
        <Select aria-label={t('whichPaper')} value={paper} onChange={setPaper} options={slipPaper.options.map((value) => ({ value, label: names(`paper.${value}`) }))} />
        <Select aria-label={t('whichPrinter')} value={printerId ?? ''} onChange={(id) => setPrinterId(id === '' ? null : id)} options={[{ value: '', label: t('everyPrinter') }, ...slipPrinters.map((row) => ({ value: row.id, label: row.name }))]} />
        {([58, 80] as const).map((mm) => <ActionButton key={mm} small pressed={widthMm === mm} onPress={() => setWidth(mm)}>{t('width', { width: mm })}</ActionButton>)}
      </div>
      <Editor key={`${paper} ${printerId ?? ''}`} paper={paper} printerId={printerId} widthMm={widthMm} />
    </Page>
  );
}
