import { useRef, useState, type ReactElement } from 'react';
import type { Candidate } from '../../../../../electron/contract/scale-detection.ts';
import { NumPadField } from '../../../../ui/fields/NumPadField.tsx';
import { useLanguage, useText } from '../../../../ui/language/use-text.ts';
import { FormGrid } from '../../../../ui/layout/Card.tsx';
import { Mark } from '../../../../ui/Mark.tsx';
import { Notice } from '../../../../ui/notices/Notice.tsx';
import { lineText, type Protocol } from '../scale-draft.ts';
import { showsSame, showsTenfold } from './wizard-draft.ts';
import styles from './wizard.module.css';

export interface CompareStepProps {
  readonly candidates: readonly Candidate[];
  readonly protocols: readonly Protocol[];
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}

interface CardProps { readonly candidate: Candidate; readonly title: string; readonly isChosen: boolean; readonly isFirst: boolean; readonly isSame: boolean; readonly onChoose: () => void; readonly onMove: (step: 1 | -1) => void }

/** The way of reading as a large figure: what a person compares is the number, not the name. */
function CandidateCard({ candidate, title, isChosen, isFirst, isSame, onChoose, onMove }: CardProps): ReactElement {
  const w = useText('scale-wizard');
  const unit = candidate.unit ?? w('compare.noUnit');
  return (
    <div
      role="radio" aria-checked={isChosen} tabIndex={isChosen || isFirst ? 0 : -1} className={styles['candidate']} data-candidate={candidate.key} onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key === ' ') onChoose();
        else if (event.key === 'ArrowRight' || event.key === 'ArrowDown') onMove(1);
        else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') onMove(-1);
        else return;
        event.preventDefault();
      }}
    >
      <span className={styles['value']}>{candidate.value === null ? w('compare.nothing') : <>{candidate.value} <small>{unit}</small></>}</span>
      {isSame ? <span className={styles['same']}><Mark tone="good" /> {w('compare.same')}</span> : null}
      <span>{title}</span>
      <span className={styles['detail']}>{w('compare.detail', { line: candidate.line === null ? w('listen.noLine') : lineText(candidate.line), frames: candidate.frames, share: candidate.share })} · {w(`check.${candidate.check}`)}</span>
      {candidate.pollMs === null ? null : <span className={styles['detail']}>{w('compare.asked')}</span>}
    </div>
  );
}

/** The ways of reading that fit, beside what the display shows. The person types the number or picks the figure that is the same. */
export function CompareStep({ candidates, protocols, chosen, onChoose }: CompareStepProps): ReactElement {
  const w = useText('scale-wizard');
  const language = useLanguage();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [meaning, setMeaning] = useState<string | null>(null);
  const isSame = (candidate: Candidate): boolean => meaning !== null && showsSame(meaning, candidate.value);
  const read = (text: string, number: string | null): void => {
    setTyped(text);
    setMeaning(number);
    const match = number === null ? undefined : candidates.find((candidate) => showsSame(number, candidate.value)) ?? candidates.find((candidate) => showsTenfold(number, candidate.value));
    if (match !== undefined) onChoose(match.key);
  };
  const move = (from: string, step: 1 | -1): void => {
    const at = candidates.findIndex((candidate) => candidate.key === from);
    const next = candidates[(at + step + candidates.length) % candidates.length];
    if (next === undefined) return;
    onChoose(next.key);
    list.current?.querySelector<HTMLElement>(`[data-candidate="${CSS.escape(next.key)}"]`)?.focus();
  };
  const hasSame = candidates.some(isSame);
  const isTenfold = meaning !== null && !hasSame && candidates.some((candidate) => showsTenfold(meaning, candidate.value));
  return (
    <>
      <FormGrid>
        <NumPadField autoFocus large label={w('compare.question')} hint={w('compare.questionHint')} value={typed} rules={{ decimals: 6, allowNegative: true }} onChange={read} />
      </FormGrid>
      <div ref={list} role="radiogroup" aria-label={w('compare.list')} className={styles['candidates']}>
        {candidates.map((candidate, index) => (
          <CandidateCard
            key={candidate.key} candidate={candidate} title={protocols.find((protocol) => protocol.key === candidate.protocol)?.title[language] ?? candidate.protocol}
            isChosen={candidate.key === chosen} isFirst={chosen === null && index === 0} isSame={isSame(candidate)} onChoose={() => onChoose(candidate.key)} onMove={(step) => move(candidate.key, step)}
          />
        ))}
      </div>
      {candidates.length > 1 ? <p className={styles['detail']}>{w('compare.several')}</p> : null}
      {isTenfold ? <Notice tone="info" title={w('compare.tenfold')} /> : null}
      {meaning !== null && !hasSame && !isTenfold ? <Notice tone="wait" title={w('compare.none')}><p>{w('compare.noneTodo')}</p></Notice> : null}
    </>
  );
}
