import type { ReactElement } from 'react';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { Money } from '../../ui/format/Money.tsx';
import { Weight } from '../../ui/format/Weight.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Card, Facts } from '../../ui/layout/Card.tsx';
import { HiddenTitle } from '../../ui/layout/Page.tsx';
import { BigWeight, WeightPart } from '../../ui/weigh/BigWeight.tsx';
import { StepBar } from '../../ui/weigh/StepBar.tsx';
import styles from './gallery.module.css';
import { sampleWords } from './sample.ts';

/** The parts of the intake desk together. */
export function DeskSample(): ReactElement {
  const t = useText('app');
  const words = sampleWords(useLanguage());
  const nothing = (): void => undefined;
  return (
    <div className={styles['desk']}>
      <HiddenTitle>{words.steps[2] ?? ''}</HiddenTitle>
      <div className={styles['deskMain']}>
        <StepBar
          label={words.ticket} current={2} onGo={nothing}
          steps={words.steps.map((label, index) => ({ key: label, label, ...(index === 0 ? { answer: words.who } : index === 1 ? { answer: words.products[0] } : {}) }))}
        />
        <BigWeight view={{ kind: 'live', grams: 23_450, stable: true }} label={t('weight.gross')}>
          <WeightPart label={t('weight.gross')} grams={23_450} /><WeightPart label={t('weight.tare')} grams={900} /><WeightPart label={t('weight.net')} grams={22_550} />
        </BigWeight>
        <div className={styles['deskKeys']}>
          <ActionButton kind="main" shortcut="Add" onPress={nothing}>{words.take}</ActionButton>
          <ActionButton shortcut="Subtract" onPress={nothing}>{words.undo}</ActionButton>
          <ActionButton shortcut="Multiply" onPress={nothing}>{words.tare}</ActionButton>
          <ActionButton shortcut="F5" onPress={nothing}>{words.hand}</ActionButton>
          <ActionButton shortcut="Divide" onPress={nothing}>{words.hold}</ActionButton>
        </div>
      </div>
      <aside className={styles['deskSide']}>
        <Card title={words.ticket}>
          <Facts items={[
            { label: `${words.basket} 1`, value: <Weight grams={22_550} single /> }, { label: `${words.basket} 2`, value: <Weight grams={21_200} single /> },
            { label: t('weight.net'), value: <Weight grams={43_750} /> }, { label: words.amount, value: <Money fen={24_500} />, strong: true },
          ]} />
          <ActionButton kind="main" wide shortcut="F9" onPress={nothing}>{words.post}</ActionButton>
        </Card>
      </aside>
    </div>
  );
}
