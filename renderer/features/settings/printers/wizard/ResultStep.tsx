import type { ReactElement } from 'react';
import type { PrinterProfile } from '../../../../../electron/contract/printing.ts';
import { TextField } from '../../../../ui/fields/TextField.tsx';
import { useText } from '../../../../ui/language/use-text.ts';
import { Card, FormGrid } from '../../../../ui/layout/Card.tsx';
import { Notice } from '../../../../ui/notices/Notice.tsx';
import { isAsked, offeredPapers } from '../printer-draft.ts';
import type { TestProblem } from './test-verdict.ts';
import settings from '../../settings.module.css';

export interface ResultStepProps {
  readonly printer: PrinterProfile;
  readonly problems: readonly TestProblem[];
  /** Saving was tried: what is missing is said. */
  readonly strict: boolean;
  readonly onPrinter: (change: Partial<PrinterProfile>) => void;
}

/** What the ticks came to, in words; then the name and which papers come out here. */
export function ResultStep({ printer, problems, strict, onPrinter }: ResultStepProps): ReactElement {
  const t = useText('settings');
  const p = useText('printers');
  const isSlip = printer.language === 'escpos';
  const asked = p(isAsked(printer) ? 'result.answers' : 'result.silent');
  const said = isSlip
    ? [p(`result.${printer.mode}`), ...(printer.invert ? [p('result.invert')] : []), p(printer.nativeQr ? 'result.qrNative' : 'result.qrRaster'), ...(printer.widthMm === 58 ? [p('result.narrow')] : []), ...(printer.slip?.cut === 'none' ? [p('result.noCut')] : []), asked]
    : [p('result.raster'), ...(printer.invert ? [p('result.invert')] : []), asked];
  const papers = offeredPapers(printer.language);
  return (
    <>
      {problems.map((problem) => <Notice key={problem} tone="danger" title={p(`problem.${problem}`)} />)}
      <Card title={p('result.title')}><ul className={settings['list']}>{said.map((words) => <li key={words}>{words}</li>)}</ul></Card>
      <FormGrid>
        <TextField autoFocus label={t('printer.name')} hint={t('printer.nameHint')} value={printer.name} maxLength={40} refusal={strict && printer.name.trim() === '' ? t('missing.name') : null} onChange={(name) => onPrinter({ name })} />
      </FormGrid>
      <div className={settings['choice']}>
        <span className={settings['label']}>{t('printer.papers')}</span>
        <div className={settings['checks']}>
          {papers.map((paper) => (
            <label key={paper} className={settings['check']}>
              <input type="checkbox" checked={printer.papers.includes(paper)} onChange={(event) => onPrinter({ papers: event.target.checked ? [...printer.papers, paper] : printer.papers.filter((other) => other !== paper) })} /> {t(`paper.${paper}`)}
            </label>
          ))}
        </div>
      </div>
    </>
  );
}
