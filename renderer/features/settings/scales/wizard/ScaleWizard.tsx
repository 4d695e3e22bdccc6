import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { Way } from '../../../../../electron/contract/scale-detection.ts';
import type { DecoderConfig, ScaleProfile } from '../../../../../electron/contract/scale-profile.ts';
import type { Failure } from '../../../../api/operation-types.ts';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { useText } from '../../../../ui/language/use-text.ts';
import { Page } from '../../../../ui/layout/Page.tsx';
import { Notice } from '../../../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../../../ui/notices/RefusalNotice.tsx';
import { StepBar } from '../../../../ui/weigh/StepBar.tsx';
import { portHolds, scaleHolds, withSendsOnce, type Protocol } from '../scale-draft.ts';
import { CompareStep } from './CompareStep.tsx';
import { ListenStep } from './ListenStep.tsx';
import { NameStep } from './NameStep.tsx';
import { PortStep } from './PortStep.tsx';
import { TryStep } from './TryStep.tsx';
import { useDetection } from './use-detection.ts';
import { foundScale, wayOf } from './wizard-draft.ts';
import settings from '../../settings.module.css';
import styles from './wizard.module.css';

export interface ScaleWizardProps {
  readonly start: ScaleProfile;
  readonly protocols: readonly Protocol[];
  readonly failure: Failure | null;
  readonly onSave: (scale: ScaleProfile) => void;
  /** Leaves the search for the form that is filled in by hand. */
  readonly onByHand: (scale: ScaleProfile) => void;
  readonly onClose: () => void;
}

const steps = ['port', 'listen', 'compare', 'try', 'name'] as const;
type StepKey = (typeof steps)[number];
const restMs = 500;

/** The tester says it already, under the field. */
const isSaidBelow = (failure: Failure | null): boolean => failure !== null && 'refusal' in failure && failure.refusal.code.startsWith('scale_expression_');

/** Finds a scale together with the person in front of it: where, listen, compare with the display, try with a known weight, name. */
export function ScaleWizard({ start, protocols, failure, onSave, onByHand, onClose }: ScaleWizardProps): ReactElement {
  const w = useText('scale-wizard');
  const app = useText('app');
  const [step, setStep] = useState<StepKey>('port');
  const [scale, setScale] = useState(start);
  const [chosen, setChosen] = useState<string | null>(null);
  const [way, setWay] = useState<Way | null>(null);
  const [strict, setStrict] = useState(false);
  const search = useDetection();
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(resting.current), []);
  const { detection } = search;
  const candidates = detection?.phase === 'found' ? detection.candidates : [];
  const shownStep: StepKey = step === 'listen' && candidates.length > 0 ? 'compare' : step;
  const picked = candidates.find((candidate) => candidate.key === chosen) ?? (candidates.length === 1 ? candidates[0] : undefined);
  const change = (part: Partial<ScaleProfile>): void => setScale({ ...scale, ...part });
  const listen = (): void => {
    setStrict(!portHolds(scale.port));
    if (!portHolds(scale.port)) return;
    setChosen(null);
    setStep('listen');
    search.start(scale.port);
  };
  const read = (next: Way): void => {
    setWay(next);
    search.start(scale.port, next);
  };
  /** What is typed counts at once; the port is opened anew when the hand rests. */
  const readSoon = (next: Way): void => {
    setWay(next);
    clearTimeout(resting.current);
    resting.current = setTimeout(() => search.start(scale.port, next), restMs);
  };
  const take = (): void => {
    if (picked === undefined) return;
    const needsUnit = picked.unit === null && protocols.find((protocol) => protocol.key === picked.protocol)?.configKeys.includes('unit') === true;
    setStep('try');
    read({ ...wayOf(picked), config: needsUnit ? { ...picked.config, unit: 'kg' } : picked.config });
  };
  /** How a frame is built belongs to the way of reading, everything else to the scale. */
  const named = ({ config, ...part }: Partial<ScaleProfile>): void => {
    change(part);
    if (config !== undefined && way !== null) setWay({ ...way, config });
  };
  const save = async (): Promise<void> => {
    setStrict(true);
    clearTimeout(resting.current);
    if (way === null || !scaleHolds(foundScale(scale, way))) return;
    // The port must be free before the scale is opened on it.
    await search.stop();
    onSave(foundScale(scale, way));
  };
  const go: Readonly<Record<StepKey, { readonly label: string; readonly press: () => void; readonly disabled: boolean } | null>> = {
    port: { label: w('go.listen'), press: listen, disabled: false },
    listen: null,
    compare: { label: w('go.take'), press: take, disabled: picked === undefined },
    try: { label: w('go.name'), press: () => { setStrict(false); setStep('name'); }, disabled: false },
    name: { label: app('action.save'), press: () => void save(), disabled: false },
  };
  const main = go[shownStep];
  const byHand = (): void => void search.stop().then(() => onByHand(way === null ? scale : foundScale(scale, way)));
  const lineReader = protocols.find((protocol) => protocol.configKeys.includes('expression'));
  const writeExpression = (): void => {
    setStep('try');
    read({ protocol: lineReader?.key ?? '', line: detection?.line ?? null, config: { unit: 'kg' }, pollMs: null });
  };
  const back = (index: number): void => {
    const target = steps[index] ?? 'port';
    if (target === 'listen' || target === 'compare') listen();
    else setStep(target);
  };
  return (
    <Page title={w('title')} note={w('note')} actions={<ActionButton kind="quiet" shortcut="Escape" onPress={onClose}>{app('action.cancel')}</ActionButton>}>
      <div className={settings['stack']}>
        <StepBar label={w('title')} current={steps.indexOf(shownStep)} steps={steps.map((key) => ({ key, label: w(`step.${key}`) }))} onGo={back} />
        {search.failure === null || (shownStep === 'try' && isSaidBelow(search.failure)) ? null : <RefusalNotice failure={search.failure} op="scale.detect" />}
        {shownStep === 'port' ? <PortStep port={scale.port} onPort={(port) => change({ port })} /> : null}
        {shownStep === 'port' && strict ? <Notice tone="danger" title={w('port.missing')} /> : null}
        {shownStep === 'listen' ? <ListenStep detection={detection} onCancel={() => void search.stop()} onAgain={listen} onByHand={byHand} onExpression={lineReader === undefined ? null : writeExpression} /> : null}
        {shownStep === 'compare' ? <CompareStep candidates={candidates} protocols={protocols} chosen={picked?.key ?? null} onChoose={setChosen} /> : null}
        {shownStep === 'try' && way !== null ? (
          <TryStep
            candidate={detection?.candidates[0]} protocol={protocols.find((protocol) => protocol.key === way.protocol)} config={way.config} sendsOnce={scale.sendsOnce}
            onConfig={(config: DecoderConfig) => readSoon({ ...way, config })} onSendsOnce={(sendsOnce) => change(withSendsOnce(sendsOnce))}
          />
        ) : null}
        {shownStep === 'try' && detection?.phase === 'failed' ? <Notice tone="danger" title={w(`failed.${detection.failure ?? 'silent'}.what`)}><p>{w(`failed.${detection.failure ?? 'silent'}.todo`)}</p></Notice> : null}
        {shownStep === 'name' && way !== null ? <NameStep scale={foundScale(scale, way)} strict={strict} protocol={protocols.find((protocol) => protocol.key === way.protocol)} onScale={named} /> : null}
        {failure === null ? null : <RefusalNotice failure={failure} op="scale.configure" />}
        {main === null ? null : (
          <div className={styles['foot']}>
            <ActionButton kind="main" shortcut="Enter" disabled={main.disabled} onPress={main.press}>{main.label}</ActionButton>
            {shownStep === 'port' || shownStep === 'compare' ? <ActionButton onPress={byHand}>{w('listen.byHand')}</ActionButton> : null}
            {shownStep === 'compare' ? <ActionButton onPress={listen}>{w('listen.again')}</ActionButton> : null}
          </div>
        )}
      </div>
    </Page>
  );
}
