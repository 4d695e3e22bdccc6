import type { ReactElement } from 'react';
import { digitKeys, type KeyName } from '../../../../ui/keyboard/key-name.ts';
import type { KeyHandler } from '../../../../ui/keyboard/keyboard-scopes.ts';
import { useKeyboardScope } from '../../../../ui/keyboard/use-keyboard-scope.ts';
import { useText } from '../../../../ui/language/use-text.ts';
import { Card } from '../../../../ui/layout/Card.tsx';
import { labelMarks, slipMarks, toggled, type TestMark } from './test-verdict.ts';
import settings from '../../settings.module.css';

export interface TickStepProps {
  readonly label: boolean;
  readonly marks: ReadonlySet<TestMark>;
  readonly onMarks: (marks: ReadonlySet<TestMark>) => void;
}

/** On a label nothing is numbered: the rows of the list are. */
const keysOfLabel = (marks: ReadonlySet<TestMark>, onMarks: (marks: ReadonlySet<TestMark>) => void): Partial<Record<KeyName, KeyHandler>> =>
  Object.fromEntries(labelMarks.map((mark, index) => [digitKeys[index] ?? '', () => onMarks(toggled(marks, mark))]));

/** Which mark each figure of the paper turns over; the second press of 4 says that it is white on black, the third that it is neither. */
function keysOf(marks: ReadonlySet<TestMark>, onMarks: (marks: ReadonlySet<TestMark>) => void): Partial<Record<KeyName, KeyHandler>> {
  const numbered = slipMarks.filter((mark) => mark !== 'inverted');
  const bindings: Partial<Record<KeyName, KeyHandler>> = {};
  digitKeys.forEach((key, index) => {
    const mark = numbered[index];
    if (mark === undefined) return;
    bindings[key] = () => onMarks(mark === 'picture' && marks.has('picture') ? toggled(marks, 'inverted') : mark === 'picture' && marks.has('inverted') ? toggled(marks, 'inverted') : toggled(marks, mark));
  });
  return bindings;
}

/** The samples of the test page as a list to tick, with the paper in the other hand. */
export function TickStep({ label, marks, onMarks }: TickStepProps): ReactElement {
  const p = useText('printers');
  useKeyboardScope((label ? keysOfLabel : keysOf)(marks, onMarks), 'part');
  const rows: readonly { readonly mark: TestMark; readonly words: string }[] = label
    ? labelMarks.map((mark) => ({ mark, words: p(`labelMark.${mark}`) }))
    : slipMarks.map((mark) => ({ mark, words: p(`mark.${mark}`) }));
  return (
    <Card title={p('ticks.title')}>
      <p className={settings['soft']}>{p('ticks.hint')}</p>
      <div className={settings['two']} role="group" aria-label={p('ticks.label')}>
        {rows.map(({ mark, words }, index) => (
          <label key={mark} className={settings['check']}>
            <input type="checkbox" autoFocus={index === 0} checked={marks.has(mark)} onChange={() => onMarks(toggled(marks, mark))} /> {words}
          </label>
        ))}
      </div>
    </Card>
  );
}
