/** Light, dark, or what the device says; remembered on this device. The same key is read by public/early.js. */
import { useSyncExternalStore } from 'react';
import { CODE_FONT_FAMILY, FONT_FAMILY, PALETTES, ROW_HEIGHT_PX, type ColourMode } from './tokens.ts';

export type ColourPreference = ColourMode | 'system';

const STORAGE_KEY = 'court-custody.colour';
const darkDevice = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

export function colourPreference(): ColourPreference {
  const stored = localStorage.getItem(STORAGE_KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

export function colourMode(): ColourMode {
  const preference = colourPreference();
  if (preference !== 'system') return preference;
  return darkDevice.matches ? 'dark' : 'light';
}

function cssName(token: string): string {
  return `--cc-${token.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Writes the palette as CSS variables (`--cc-surface`, `--cc-text-soft` …) on the root element. */
export function applyColourMode(): void {
  const mode = colourMode();
  const root = document.documentElement;
  root.dataset['theme'] = mode;
  root.style.colorScheme = mode;
  for (const [token, value] of Object.entries<string>(PALETTES[mode]))
    root.style.setProperty(cssName(token), value);
  root.style.setProperty('--cc-font', FONT_FAMILY);
  root.style.setProperty('--cc-code-font', CODE_FONT_FAMILY);
  root.style.setProperty('--cc-row', `${ROW_HEIGHT_PX}px`);
  // What early.js painted before the palette was there.
  root.style.removeProperty('background');
}

function announce(): void {
  applyColourMode();
  for (const listener of listeners) listener();
}

export function chooseColour(preference: ColourPreference): void {
  if (preference === 'system') localStorage.removeItem(STORAGE_KEY);
  else localStorage.setItem(STORAGE_KEY, preference);
  announce();
}

darkDevice.addEventListener('change', announce);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useColourMode(): ColourMode {
  return useSyncExternalStore(subscribe, colourMode);
}

export function useColourPreference(): ColourPreference {
  return useSyncExternalStore(subscribe, colourPreference);
}
