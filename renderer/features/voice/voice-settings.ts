import { useSyncExternalStore } from 'react';

/** How this desk speaks; it belongs to the room, so it is kept on this computer. */
export interface VoiceSettings {
  readonly on: boolean;
  /** 10 to 100, in tens. */
  readonly volume: number;
}

const storageKey = 'station.voice';
const initial: VoiceSettings = { on: true, volume: 80 };
export const volumeStep = 10;

/** Reads what was stored; text that is not ours starts afresh. */
export function readVoiceSettings(text: string | null): VoiceSettings {
  if (text === null) return initial;
  try {
    const value = JSON.parse(text) as Partial<Record<keyof VoiceSettings, unknown>> | null;
    const volume = typeof value?.volume === 'number' && Number.isInteger(value.volume) ? value.volume : initial.volume;
    return { on: value?.on !== false, volume: Math.min(100, Math.max(volumeStep, volume)) };
  } catch (error) {
    if (error instanceof SyntaxError) return initial;
    throw error;
  }
}

let current: VoiceSettings | null = null;
const listeners = new Set<() => void>();

export function voiceSettings(): VoiceSettings {
  current ??= readVoiceSettings(localStorage.getItem(storageKey));
  return current;
}

export function changeVoice(change: Partial<VoiceSettings>): void {
  current = readVoiceSettings(JSON.stringify({ ...voiceSettings(), ...change }));
  localStorage.setItem(storageKey, JSON.stringify(current));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useVoiceSettings = (): VoiceSettings => useSyncExternalStore(subscribe, voiceSettings);
