import { useSyncExternalStore } from 'react'

export type ThemeChoice = 'dark' | 'light' | 'system'
export type Theme = 'dark' | 'light'

const KEY = 'theme'
// absent while the first page is rendered ahead
const system = globalThis.matchMedia?.('(prefers-color-scheme: light)')
const listeners = new Set<() => void>()

/** What the person chose; dark when they never did. */
function themeChoice(): ThemeChoice {
  try {
    const kept = localStorage.getItem(KEY)
    return kept === 'light' || kept === 'system' ? kept : 'dark'
  } catch {
    return 'dark'
  }
}

/** Keeps the choice on this device and shows it at once; where storage is forbidden it lasts until reload. */
export function chooseTheme(choice: ThemeChoice): void {
  try {
    localStorage.setItem(KEY, choice)
  } catch {
    // Private windows may refuse storage; the theme still changes for now.
  }
  show(choice === 'system' ? ofSystem() : choice)
}

/** The theme on the screen and the choice behind it, live. */
export function useTheme(): { theme: Theme; choice: ThemeChoice } {
  const theme = useSyncExternalStore(subscribe, shown, () => 'dark' as const)
  const choice = useSyncExternalStore(subscribe, themeChoice, () => 'dark' as const)
  return { theme, choice }
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function shown(): Theme {
  return document.documentElement.dataset.theme === 'light' ? 'light' : 'dark'
}

function ofSystem(): Theme {
  return system?.matches ? 'light' : 'dark'
}

function show(theme: Theme) {
  document.documentElement.dataset.theme = theme
  const page = getComputedStyle(document.documentElement).getPropertyValue('--page')
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', page)
  for (const listener of listeners) listener()
}

system?.addEventListener('change', () => {
  if (themeChoice() === 'system') show(ofSystem())
})
