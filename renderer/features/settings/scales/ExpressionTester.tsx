import { useState, type ReactElement } from 'react';
import type { LinesFrom, TriedLine } from '../../../../electron/contract/scale-expression.ts';
import type { DecoderConfig } from '../../../../electron/contract/scale-profile.ts';
import { useQueryOp } from '../../../api/use-operation.ts';
import { LinesField } from '../../../ui/fields/LinesField.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Mark } from '../../../ui/Mark.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { useSettled } from '../../../ui/use-settled.ts';
import settings from '../settings.module.css';
import styles from './expression-tester.module.css';

export interface ExpressionTesterProps {
  readonly config: DecoderConfig;
  /** Where lines come from while nobody pastes any. */
  readonly from: LinesFrom;
  readonly onExpression: (expression: string) => void;
}

const restMs = 300;
const refreshMs = 1_000;
const mostPasted = 20;

const pastedLines = (text: string): string[] => text.split(/\r?\n/u).filter((line) => line !== '').slice(0, mostPasted).map((line) => line.slice(0, 200));

function Row({ line }: { readonly line: TriedLine }): ReactElement {
  const w = useText('scale-wizard');
  return (
    <tr>
      <td className={styles['line']}>{line.text}{line.times > 1 ? <span className={settings['soft']}> {w('tester.times', { count: line.times })}</span> : null}</td>
      {line.why === null ? (
        <>
          <td>{line.value} {line.unit}</td>
          <td className={styles['grams']}>{w('tester.grams', { grams: line.grams ?? 0 })}</td>
          <td>{w(line.stable === null ? 'tester.unsaid' : line.stable ? 'tester.still' : 'tester.moving')}</td>
        </>
      ) : <td colSpan={3}><span className={settings['tag']}><Mark tone="wait" /> {w(`tester.why.${line.why}`)}</span></td>}
    </tr>
  );
}

/** The pattern of a line that no maker's table knows, and what it makes of the last lines while it is typed. */
export function ExpressionTester({ config, from, onExpression }: ExpressionTesterProps): ReactElement {
  const w = useText('scale-wizard');
  const [pasted, setPasted] = useState('');
  const sample = pastedLines(pasted);
  const asked = useSettled(config, restMs);
  const answer = useQueryOp('scale.try_expression', { config: asked, from: sample.length > 0 ? { kind: 'pasted', lines: sample } : from }, { keepPrevious: true, refreshMs });
  const lines = answer.data?.ok === true ? answer.data.data.lines : [];
  return (
    <div className={settings['stack']}>
      <TextField label={w('option.expression')} hint={w('option.expressionHint')} value={config.expression ?? ''} maxLength={400} onChange={onExpression} />
      {answer.data?.ok === false ? <RefusalNotice failure={answer.data} op="scale.try_expression" /> : (
        <table className={styles['lines']} aria-label={w('tester.title')}>
          <thead><tr><th scope="col">{w('tester.line')}</th><th scope="col">{w('tester.value')}</th><th scope="col">{w('tester.weight')}</th><th scope="col">{w('tester.stable')}</th></tr></thead>
          <tbody>{lines.length === 0 ? <tr><td colSpan={4} className={settings['soft']}>{w('tester.none')}</td></tr> : lines.map((line, place) => <Row key={`${String(place)} ${line.text}`} line={line} />)}</tbody>
        </table>
      )}
      <LinesField label={w('tester.paste')} hint={w('tester.pasteHint')} value={pasted} rows={2} maxLength={4_000} onChange={setPasted} />
    </div>
  );
}
