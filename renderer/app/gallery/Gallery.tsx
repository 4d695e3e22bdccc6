import { useEffect, useState, type ReactElement } from 'react';
import { applyLook } from '../../styles/css-variables.ts';
import { densities, schemes, type Density, type Scheme } from '../../styles/tokens.ts';
import { switchLanguage } from '../../ui/language/language.ts';
import type { Language } from '../../ui/language/languages.ts';
import { useLanguage } from '../../ui/language/use-text.ts';
import { sections } from '../area.ts';
import { DeskProviders } from '../DeskProviders.tsx';
import { AppFrame } from '../frame/AppFrame.tsx';
import { LookSwitch } from '../frame/LookSwitch.tsx';
import { PersonMenu } from '../frame/PersonMenu.tsx';
import { StatusPillRow } from '../frame/StatusPills.tsx';
import { ConnectingScreen } from '../sign-in/ConnectingScreen.tsx';
import { RescueScreen } from '../sign-in/RescueScreen.tsx';
import { SignInForm } from '../sign-in/SignInForm.tsx';
import { SignInScreen } from '../sign-in/SignInScreen.tsx';
import { TextsReady } from '../TextsReady.tsx';
import { DeskSample } from './DeskSample.tsx';
import { HomeSample } from './HomeSample.tsx';
import { OfficeSample } from './OfficeSample.tsx';
import { OverlaySample } from './OverlaySample.tsx';
import { PartsSample } from './PartsSample.tsx';
import { samplePeople, sampleState, sampleStatus, sampleWords } from './sample.ts';

const asked = new URLSearchParams(window.location.search);

function oneOf<Value extends string>(name: string, values: readonly Value[], first: Value): Value {
  return values.find((value) => value === asked.get(name)) ?? first;
}

const inFrame = ['desk', 'parts', 'office', 'home', 'approval', 'palette', 'dialog'] as const;
const whole = ['sign-in', 'pin', 'connecting', 'rescue'] as const;

function Framed({ density, show }: { readonly density: Density; readonly show: (typeof inFrame)[number] }): ReactElement {
  const language = useLanguage();
  const words = sampleWords(language);
  const [person] = samplePeople(language);
  const nothing = (): void => undefined;
  return (
    <AppFrame
      training={asked.has('training')} cooperative={words.coop} station={words.station} sections={sections} section={show === 'office' ? 'reports' : 'intake'}
      onSection={nothing} tabs={show === 'office' ? [{ path: '/a', title: words.list }, { path: '/b', title: words.chart }] : []} path="/a" onTab={nothing}
      onSearch={nothing} pills={<StatusPillRow status={sampleStatus(!asked.has('trouble'))} />} look={<LookSwitch density={density} onDensity={nothing} />}
      person={person === undefined ? null : <PersonMenu person={person} onLock={nothing} onSignOut={nothing} />}
    >
      {show === 'desk' ? <DeskSample /> : show === 'parts' ? <PartsSample /> : show === 'office' ? <OfficeSample /> : show === 'home' ? <HomeSample /> : <OverlaySample show={show} />}
    </AppFrame>
  );
}

function Whole({ show }: { readonly show: (typeof whole)[number] }): ReactElement {
  const language = useLanguage();
  const [person] = samplePeople(language);
  const nothing = (): void => undefined;
  if (show === 'connecting') return <ConnectingScreen />;
  if (show === 'rescue') return <RescueScreen failure={{ ok: false, fault: { code: 'database_corrupt', params: {}, correlationId: '01JD0000000000000000000000' } }} />;
  if (show === 'pin' && person !== undefined) return <main><SignInForm training={false} person={person} onSignedIn={nothing} onBack={nothing} backWord={person.name} /></main>;
  return <SignInScreen state={sampleState(language, asked.has('training'))} />;
}

/** All shared parts in one language, density and colour scheme, for looking at: `?gallery=desk&language=en&density=office&scheme=dark`. */
export default function Gallery(): ReactElement | null {
  const density = oneOf('density', densities, 'desk');
  const scheme = oneOf<Scheme>('scheme', schemes, 'light');
  const language = oneOf<Language>('language', ['zh', 'en'], 'zh');
  const [ready, setReady] = useState(false);
  useEffect(() => {
    applyLook(density, scheme);
    void switchLanguage(language).then(() => setReady(true));
  }, [density, scheme, language]);
  const framed = inFrame.find((name) => name === asked.get('gallery'));
  const alone = whole.find((name) => name === asked.get('gallery'));
  if (!ready) return null;
  if (alone !== undefined) return <Whole show={alone} />;
  return <DeskProviders density={density} scheme={scheme}><TextsReady><Framed density={density} show={framed ?? 'parts'} /></TextsReady></DeskProviders>;
}
