import { Select } from 'antd';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { PrinterProfile } from '../../../../electron/contract/printing.ts';
import type { Failure } from '../../../api/operation-types.ts';
import { useSession } from '../../../app/session.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { NumPadField } from '../../../ui/fields/NumPadField.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { FormGrid } from '../../../ui/layout/Card.tsx';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../../ui/overlay/Dialog.tsx';
import { LabelFields } from './LabelFields.tsx';
import { plainSlip, portKinds, portOf, offeredPapers, printerHolds, printerLanguages, spoken } from './printer-draft.ts';
import { SystemPrinterField } from './SystemPrinterField.tsx';
import { FlowField, SlipFields } from './SlipFields.tsx';
import styles from '../settings.module.css';

export interface PrinterDialogProps {
  readonly start: PrinterProfile;
  readonly failure: Failure | null;
  readonly onSave: (printer: PrinterProfile) => void;
  readonly onClose: () => void;
}

export function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return <div className={styles['choice']}><span className={styles['label']}>{label}</span>{children}</div>;
}

/** Where the printer is, by the kind of its connection. */
export function PortFields({ port, onPort }: { readonly port: PrinterProfile['port']; readonly onPort: (port: PrinterProfile['port']) => void }): ReactElement | null {
  const t = useText('settings');
  switch (port.kind) {
    case 'tcp': return (
      <>
        <TextField label={t('printer.host')} hint={t('printer.hostHint')} value={port.host} maxLength={200} onChange={(host) => onPort({ ...port, host })} />
        <NumPadField label={t('printer.portNumber')} value={port.port === 0 ? '' : String(port.port)} rules={{ decimals: 0, wholeDigits: 5 }} onChange={(_, meaning) => onPort({ ...port, port: Number(meaning ?? 0) })} />
      </>
    );
    case 'serial': return (
      <>
        <TextField label={t('printer.path')} hint={t('printer.pathHint')} value={port.path} maxLength={200} onChange={(path) => onPort({ ...port, path })} />
        <NumPadField label={t('line.baud')} value={port.baud === 0 ? '' : String(port.baud)} rules={{ decimals: 0, wholeDigits: 6 }} onChange={(_, meaning) => onPort({ ...port, baud: Number(meaning ?? 0) })} />
        <FlowField flow={port.flow ?? 'none'} onFlow={(flow) => onPort({ ...port, flow })} />
      </>
    );
    case 'file': return <TextField label={t('printer.file')} hint={t('printer.fileHint')} value={port.path} maxLength={400} onChange={(path) => onPort({ ...port, path })} />;
    case 'system': return <SystemPrinterField name={port.name} onName={(name) => onPort({ ...port, name })} />;
    case 'simulator': return null;
  }
}

/** One printer: where it is, what it speaks, and which papers it takes. */
export function PrinterDialog({ start, failure, onSave, onClose }: PrinterDialogProps): ReactElement {
  const t = useText('settings');
  const app = useText('app');
  const { training } = useSession();
  const [printer, setPrinter] = useState(start);
  const [strict, setStrict] = useState(false);
  const set = (change: Partial<PrinterProfile>): void => setPrinter({ ...printer, ...change });
  const isPage = printer.language === 'page';
  const send = (): void => {
    setStrict(true);
    if (printerHolds(printer)) onSave(printer);
  };
  const check = (label: string, checked: boolean, onChange: (checked: boolean) => void): ReactElement => (
    <label className={styles['check']}><input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} /> {label}</label>
  );
  return (
    <Dialog
      wide title={t('printer.dialog')} onClose={onClose}
      actions={<><ActionButton layer="dialog" onPress={onClose}>{app('action.cancel')}</ActionButton><ActionButton kind="main" layer="dialog" shortcut="Enter" onPress={send}>{app('action.save')}</ActionButton></>}
    >
      <div className={styles['stack']}>
        <FormGrid>
          <TextField label={t('printer.name')} hint={t('printer.nameHint')} value={printer.name} maxLength={40} refusal={strict && printer.name.trim() === '' ? t('missing.name') : null} onChange={(name) => set({ name })} />
          <Labelled label={t('printer.kind')}>
            <Select aria-label={t('printer.kind')} value={printer.language} onChange={(language) => setPrinter(spoken(printer, language))} options={printerLanguages.map((value) => ({ value, label: t(`printer.language.${value}`) }))} />
          </Labelled>
          {printer.language === 'escpos' ? (
            <Labelled label={t('printer.width')}>
              <Select aria-label={t('printer.width')} value={printer.widthMm} onChange={(widthMm) => set({ widthMm })} options={([58, 80] as const).map((value) => ({ value, label: t('printer.mm', { width: value }) }))} />
            </Labelled>
          ) : isPage ? null : <LabelFields printer={printer} onChange={set} />}
          {isPage ? null : <Labelled label={t('printer.connected')}>
            <Select aria-label={t('printer.connected')} value={printer.port.kind} onChange={(kind) => set({ port: portOf(kind, printer.port) })} options={portKinds.filter((kind) => training || kind !== 'simulator' || printer.port.kind === kind).map((value) => ({ value, label: t(`printer.port.${value}`) }))} />
          </Labelled>}
          <PortFields port={printer.port} onPort={(port) => set({ port })} />
          {printer.language === 'escpos' ? (
            <Labelled label={t('printer.mode')}>
              <Select aria-label={t('printer.mode')} value={printer.mode} onChange={(mode) => set({ mode })} options={(['text', 'raster'] as const).map((value) => ({ value, label: t(`printer.modes.${value}`) }))} />
            </Labelled>
          ) : null}
        </FormGrid>
        {printer.language === 'escpos' ? <SlipFields slip={printer.slip ?? plainSlip} onSlip={(slip) => set({ slip })} /> : null}
        <Labelled label={t('printer.papers')}>
          <div className={styles['checks']}>
            {offeredPapers(printer.language).map((paper) => <span key={paper}>{check(t(`paper.${paper}`), printer.papers.includes(paper), (chosen) => set({ papers: chosen ? [...printer.papers, paper] : printer.papers.filter((other) => other !== paper) }))}</span>)}
          </div>
        </Labelled>
        {isPage ? null : <div className={styles['checks']}>
          {check(t('printer.invert'), printer.invert, (invert) => set({ invert }))}
          {check(t('printer.nativeQr'), printer.nativeQr, (nativeQr) => set({ nativeQr }))}
        </div>}
        {strict && !printerHolds(printer) ? <Notice tone="danger" title={t('missing.printer')} /> : null}
        {failure === null ? null : <RefusalNotice failure={failure} op="printer.configure" />}
      </div>
    </Dialog>
  );
}
