import { useState, type ReactElement } from 'react';
import { useQueryOp } from '../../api/use-operation.ts';
import { useFirstRun } from '../../app/first-run.ts';
import { FirstDoors } from './FirstDoors.tsx';
import { FirstWizard } from './FirstWizard.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import { TrainingStart } from './TrainingStart.tsx';

type Part = 'language' | 'doors' | 'wizard';

/** The first run: an empty folder becomes a station, or the practice is opened. */
export default function SetupScreen(): ReactElement | null {
  const session = useQueryOp('session.state', {});
  const { leave } = useFirstRun();
  const [part, setPart] = useState<Part>('language');
  if (session.data?.ok !== true) return null;
  const training = session.data.data.folderKind === 'training';
  if (part === 'language') return <LanguageChoice onChosen={() => setPart('doors')} />;
  if (training) return <TrainingStart onDone={leave} onBack={() => setPart('language')} />;
  if (part === 'doors') return <FirstDoors onOwn={() => setPart('wizard')} onBack={() => setPart('language')} />;
  return <FirstWizard onDone={leave} onBack={() => setPart('doors')} />;
}
