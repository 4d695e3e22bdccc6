import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { listenForPorts } from './api/core-line.ts';
import { queryClient } from './api/query-client.ts';
import { coreLine } from './api/station.ts';
import { renewAnswersOnEvents } from './api/use-events.ts';
import { App } from './app/App.tsx';
import { preferences } from './app/preferences.ts';
import { startKeyboard } from './ui/keyboard/keyboard-scopes.ts';
import { startLanguage, switchLanguage } from './ui/language/language.ts';
import './styles/base.css';

listenForPorts(coreLine);
startKeyboard();
renewAnswersOnEvents(queryClient);
startLanguage(preferences().language ?? 'zh');

// The station's own language counts until somebody at this computer chooses another.
const stopFirst = coreLine.subscribe(() => {
  const line = coreLine.state();
  if (line.state !== 'ready') return;
  stopFirst();
  if (preferences().language === null) void switchLanguage(line.locale);
});

const place = document.getElementById('root');
if (place === null) throw new Error('the page has no place to stand in');

const Gallery = import.meta.env.MODE === 'production' ? null : lazy(() => import('./app/gallery/Gallery.tsx'));
const showGallery = Gallery !== null && new URLSearchParams(window.location.search).has('gallery');

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      {showGallery && Gallery !== null ? <Suspense><Gallery /></Suspense> : <App />}
    </QueryClientProvider>
  </StrictMode>,
);

// The typeface comes when the first screen stands; until then the system's own stands in.
const fontsAfterMs = 500;
const stopFonts = coreLine.subscribe(() => {
  if (coreLine.state().state !== 'ready') return;
  stopFonts();
  setTimeout(() => void import('./styles/fonts.css'), fontsAfterMs);
});
