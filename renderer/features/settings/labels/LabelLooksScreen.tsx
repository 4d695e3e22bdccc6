import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { labelPaper, rollWidths, standardLabelLayout, type LabelLayout, type LabelPaper } from '../../../../electron/contract/label-layout.ts';
import { useCommandOp, useQueryOp } from '../../../api/use-operation.ts';
import { useSession } from '../../../app/session.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { Page } from '../../../ui/layout/Page.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { KeepLook } from '../slips/KeepLook.tsx';
import { useLookDraft } from '../slips/use-look-draft.ts';
import { Versions } from '../slips/Versions.tsx';
import styles from '../slips/slips.module.css';
import { ToSettings } from '../ToSettings.tsx';
import { BlockList, WordsFields } from './LabelLookFields.tsx';
import { LabelSample } from './LabelSample.tsx';

type Roll = (typeof rollWidths)[number];

interface EditorProps {
  readonly paper: LabelPaper;
  readonly printerId: string | null;
  readonly widthMm: Roll;
}

/** One label on one printer: what is left out, in which language, and the label itself beside it. */
function Editor({ paper, printerId, widthMm }: EditorProps): ReactElement | null {
  const t = useText('labels');
  const mayWrite = useSession().may('print.configure');
  const kept = useQueryOp('labels.layout', { paper, printerId });
  const save = useCommandOp('labels.saveLayout');
  const draftOf = useLookDraft<LabelLayout>();
  if (kept.data === undefined) return null;
  if (!kept.data.ok) return <RefusalNotice failure={kept.data} op="labels.layout" />;
  const { version, versions } = kept.data.data;
  const { layout, changed, change, undo, keep } = draftOf(kept.data.data, (wanted, expectedVersion) => save.send({ paper, printerId, layout: wanted, expectedVersion }));
  return (
    <div className={styles['editor']}>
      <div className={styles['side']}>
        <KeepLook
          op="labels.saveLayout" reply={save.reply} saved={t('looks.saved', { version: save.reply?.ok === true ? save.reply.data.version : version })} mayWrite={mayWrite} changed={changed} sending={save.sending}
          onKeep={() => void keep()} onUndo={undo}
        />
        <Card title={t('looks.language')}><WordsFields paper={paper} layout={layout} disabled={!mayWrite} onChange={change} /></Card>
        <Card title={t('looks.blocks')}><BlockList paper={paper} layout={layout} disabled={!mayWrite} onChange={change} /></Card>
        <Versions versions={versions} standard={standardLabelLayout} disabled={!mayWrite} onTake={change} />
      </div>
      <div className={styles['paper']}><LabelSample paper={paper} printerId={printerId} layout={layout} widthMm={widthMm} /></div>
    </div>
  );
}

/** How the labels of the station look, kind by kind and, where wanted, printer by printer. */
export default function LabelLooksScreen(): ReactElement {
  const t = useText('labels');
  const slip = useText('slip');
  const printers = useQueryOp('printer.list', {});
  const [paper, setPaper] = useState<LabelPaper>('lot_label');
  const [printerId, setPrinterId] = useState<string | null>(null);
  const [roll, setRoll] = useState<Roll | null>(null);
  const labelPrinters = printers.data?.ok === true ? printers.data.data.rows.filter((row) => row.language !== 'escpos' && row.language !== 'page') : [];
  const own = labelPrinters.find((row) => row.id === printerId) ?? labelPrinters[0];
  const widthMm = roll ?? rollWidths.find((width) => width === own?.widthMm) ?? 60;
  return (
    <Page title={t('looks.title')} note={t('looks.note')} actions={<ToSettings />}>
      <div className={styles['which']}>
        <Select aria-label={t('looks.which')} value={paper} onChange={setPaper} options={labelPaper.options.map((value) => ({ value, label: t(`looks.papers.${value}`) }))} />
        <Select aria-label={slip('whichPrinter')} value={printerId ?? ''} onChange={(id) => setPrinterId(id === '' ? null : id)} options={[{ value: '', label: slip('everyPrinter') }, ...labelPrinters.map((row) => ({ value: row.id, label: row.name }))]} />
        {rollWidths.map((width) => <ActionButton key={width} small pressed={widthMm === width} onPress={() => setRoll(width)}>{t(`looks.rolls.${width}`)}</ActionButton>)}
      </div>
      <Editor key={`${paper} ${printerId ?? ''}`} paper={paper} printerId={printerId} widthMm={widthMm} />
    </Page>
  );
}
