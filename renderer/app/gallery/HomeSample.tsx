import type { ReactElement } from 'react';
import { permissions } from '../../../electron/contract/permission.ts';
import { useLanguage } from '../../ui/language/use-text.ts';
import HomeScreen from '../home/HomeScreen.tsx';
import { SessionProvider, sessionOf } from '../session.ts';
import { samplePeople, sampleState } from './sample.ts';

/** The clerk's first page. */
export function HomeSample(): ReactElement | null {
  const language = useLanguage();
  const [person] = samplePeople(language);
  if (person === undefined) return null;
  return <SessionProvider value={sessionOf({ ...sampleState(language, false), permissions: Object.keys(permissions) }, person)}><HomeScreen /></SessionProvider>;
}
