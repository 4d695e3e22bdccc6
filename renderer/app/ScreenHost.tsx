import { Component, lazy, Suspense, type ComponentType, type ReactElement, type ReactNode } from 'react';
import { useText } from '../ui/language/use-text.ts';
import { EmptyState } from '../ui/notices/EmptyState.tsx';
import type { Screen, ScreenProps } from './area.ts';
import { navigate } from './navigation.ts';
import { matchScreen } from './routes.tsx';
import { useSession } from './session.ts';

const loaded = new WeakMap<Screen, ComponentType<ScreenProps>>();

function componentOf(screen: Screen): ComponentType<ScreenProps> {
  const known = loaded.get(screen);
  if (known !== undefined) return known;
  const component = lazy(screen.load);
  loaded.set(screen, component);
  return component;
}

interface BoundaryProps {
  readonly path: string;
  readonly broken: ReactNode;
  readonly children: ReactNode;
}

/** A bug in one screen leaves rail, pills and the other screens usable. */
class ScreenBoundary extends Component<BoundaryProps, { readonly brokenPath: string | null }> {
  override state: { readonly brokenPath: string | null } = { brokenPath: null };

  static getDerivedStateFromError(): { brokenPath: string } {
    return { brokenPath: window.location.hash };
  }

  override render(): ReactNode {
    return this.state.brokenPath === window.location.hash ? this.props.broken : this.props.children;
  }
}

/** The screen of the current path, if there is one and the person may open it. */
export function ScreenHost({ path }: { readonly path: string }): ReactElement {
  const t = useText('app');
  const session = useSession();
  const match = matchScreen(path);
  const home = { label: t('screen.goHome'), onPress: () => navigate('/') };
  if (match === null) return <EmptyState icon="search" title={t('screen.unknown')} action={home} />;
  if (!session.may(match.screen.permission)) return <EmptyState icon="lock" title={t('screen.notPermitted')} text={t('screen.notPermittedText')} action={home} />;
  const Content = componentOf(match.screen);
  return (
    <ScreenBoundary path={path} broken={<EmptyState icon="help" title={t('screen.broken')} text={t('screen.brokenText')} action={home} />}>
      <Suspense fallback={null}><Content key={path} params={match.params} /></Suspense>
    </ScreenBoundary>
  );
}
