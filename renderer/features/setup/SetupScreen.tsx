import { useState, type ReactElement } from 'react';
import { queryClient } from '../../api/query-client.ts';
import { queryKeyOf, useQueryOp } from '../../api/use-operation.ts';
import { FirstDoors } from './FirstDoors.tsx';
import { FirstWizard } from './FirstWizard.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import { TrainingStart } from './TrainingStart.tsx';

type Part = 'language' | 'doors' | 'wizard';

/** Looks anew at who may sign in; the first run is then over. */
function openDesk(): void {
  void queryClient.invalidateQueries({ queryKey: queryKeyOf('session.state', {}) });
}

/** The first run: an empty folder becomes a station, or the practice is opened. */
export default function SetupScreen(): ReactElement | null {
  const session = useQueryOp('session.state', {});
  const [part, setPart] = useState<Part>('language');
  if (session.data?.ok !== true) return null;
  const training = session.data.data.folderKind === 'training';
  if (part === 'language') return <LanguageChoice onChosen={() => setPart('doors')} />;
  if (training) return <TrainingStart onDone={openDesk} onBack={() => setPart('language')} />;
  if (part === 'doors') return <FirstDoors onOwn={() => setPart('wizard')} onBack={() => setPart('language')} />;
  return <FirstWizard onDone={openDesk} onBack={() => setPart('doors')} />;
}
