import { Select } from 'antd';
import type { ReactElement } from 'react';
import type { PrinterProfile } from '../../../../../electron/contract/printing.ts';
import { useSession } from '../../../../app/session.ts';
import { useText } from '../../../../ui/language/use-text.ts';
import { FormGrid } from '../../../../ui/layout/Card.tsx';
import { LabelFields } from '../LabelFields.tsx';
import { portKinds, portOf, printerLanguages, spoken } from '../printer-draft.ts';
import { Labelled, PortFields } from '../PrinterDialog.tsx';

export interface PlaceStepProps {
  readonly printer: PrinterProfile;
  readonly onPrinter: (change: Partial<PrinterProfile>) => void;
}

/** Slip or label, how wide, and where it is connected. */
export function PlaceStep({ printer, onPrinter }: PlaceStepProps): ReactElement {
  const t = useText('settings');
  const { training } = useSession();
  const isSlip = printer.language === 'escpos';
  return (
    <FormGrid>
      <Labelled label={t('printer.kind')}>
        <Select
          aria-label={t('printer.kind')} value={printer.language} options={printerLanguages.filter((value) => value !== 'page').map((value) => ({ value, label: t(`printer.language.${value}`) }))}
          onChange={(language) => onPrinter(spoken(printer, language))}
        />
      </Labelled>
      {isSlip ? (
        <Labelled label={t('printer.width')}>
          <Select aria-label={t('printer.width')} value={printer.widthMm} onChange={(widthMm) => onPrinter({ widthMm })} options={([58, 80] as const).map((value) => ({ value, label: t('printer.mm', { width: value }) }))} />
        </Labelled>
      ) : <LabelFields printer={printer} onChange={onPrinter} />}
      <Labelled label={t('printer.connected')}>
        <Select aria-label={t('printer.connected')} value={printer.port.kind} onChange={(kind) => onPrinter({ port: portOf(kind, printer.port) })} options={portKinds.filter((kind) => training || kind !== 'simulator' || printer.port.kind === kind).map((value) => ({ value, label: t(`printer.port.${value}`) }))} />
      </Labelled>
      <PortFields port={printer.port} onPort={(port) => onPrinter({ port })} />
    </FormGrid>
  );
}
