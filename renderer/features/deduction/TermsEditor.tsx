import { useEffect, useRef, type ReactElement } from 'react';
import type { SchemeDefinition } from '../../../electron/contract/product.ts';
import type { TermsRule } from '../../../electron/domain/deduction.ts';
import type { DeductionTerm } from '../../../electron/domain/deduction-terms.ts';
import { checkTerms } from '../../../electron/domain/deduction-terms-check.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { EmptyState } from '../../ui/notices/EmptyState.tsx';
import { LabelledSelect } from '../grading/LabelledSelect.tsx';
import { NewFactor } from './NewFactor.tsx';
import styles from './deduction.module.css';
import { movedDraft, withDraft, withFactor, withoutDraft, type TermDraft } from './terms-draft.ts';
import { TermCard } from './TermCard.tsx';

export interface TermsEditorProps {
  readonly drafts: readonly TermDraft[];
  readonly meant: readonly DeductionTerm[];
  readonly rule: TermsRule;
  readonly definition: SchemeDefinition | null;
  readonly disabled: boolean;
  readonly onDrafts: (drafts: TermDraft[]) => void;
  readonly onRule: (rule: TermsRule) => void;
}

const rules = ['added', 'in_turn'] as const;

/** The factors in the order in which they act and are printed. After a move the cursor stays on the factor that moved. */
export function TermsEditor({ drafts, meant, rule, definition, disabled, onDrafts, onRule }: TermsEditorProps): ReactElement {
  const t = useText('deduction');
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<{ readonly key: number; readonly by: 1 | -1 } | null>(null);
  const findings = checkTerms(meant, definition?.attributes);
  useEffect(() => {
    if (moved.current === null) return;
    const buttons = [...list.current?.querySelectorAll<HTMLButtonElement>(`[data-term="${String(moved.current.key)}"] button`) ?? []];
    const [up, down] = buttons;
    const wanted = moved.current.by === -1 ? up : down;
    (wanted?.disabled === true ? (moved.current.by === -1 ? down : up) : wanted)?.focus();
    moved.current = null;
  }, [drafts]);
  return (
    <Card title={t('edit.title')}>
      <div className={styles['row']}>
        <LabelledSelect label={t('edit.rule')} value={rule} disabled={disabled} options={rules.map((value) => ({ value, label: t(`rule.${value}`) }))} onChange={(value) => onRule(value === 'in_turn' ? 'in_turn' : 'added')} />
        <p className={styles['soft']}>{t(`ruleHint.${rule}`)}</p>
      </div>
      {drafts.length === 0 ? <EmptyState icon="trace" title={t('edit.empty')} /> : (
        <ol ref={list} className={styles['terms']}>
          {drafts.map((draft, place) => (
            <TermCard
              key={draft.key} draft={draft} meant={meant[place]} place={place} last={place === drafts.length - 1} disabled={disabled} finding={findings.find(({ index }) => index === place)?.code ?? null}
              onChange={(change) => onDrafts(withDraft(drafts, draft.key, change))} onRemove={() => onDrafts(withoutDraft(drafts, draft.key))}
              onMove={(by) => { moved.current = { key: draft.key, by }; onDrafts(movedDraft(drafts, draft.key, by)); }}
            />
          ))}
        </ol>
      )}
      {disabled || drafts.length >= 8 ? null : <NewFactor definition={definition} drafts={drafts} onAdd={(named) => onDrafts(withFactor(drafts, named))} />}
      {disabled || drafts.length === 0 ? null : <ActionButton small kind="quiet" onPress={() => onDrafts([])}>{t('edit.removeAll')}</ActionButton>}
    </Card>
  );
}
