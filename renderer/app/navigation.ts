import { useSyncExternalStore } from 'react';

/** The path of the page behind the hash, without the question part: `/tickets/01J…`. */
export function currentPath(): string {
  const path = window.location.hash.replace(/^#/u, '').split('?')[0] ?? '';
  return path === '' ? '/' : path;
}

/** The question part: `#/tickets?day=2026-11-22`. */
export function currentQuery(): URLSearchParams {
  return new URLSearchParams(window.location.hash.split('?')[1] ?? '');
}

/** Goes to a screen: `navigate('/tickets/' + id)`. */
export function navigate(path: string): void {
  window.location.hash = path;
}

export function goBack(): void {
  window.history.back();
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

export function usePath(): string {
  return useSyncExternalStore(subscribe, currentPath);
}

/** The question part as text, so that it is equal while nothing changed. */
export function useQueryText(): string {
  return useSyncExternalStore(subscribe, () => currentQuery().toString());
}
