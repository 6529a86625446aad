/**
 * Light or dark. The choice is a cookie, so that the server can draw the page in it: there is no
 * script to run first, and no flash. Without a choice the system's holds.
 */
import { useState } from 'react'
import { createIsomorphicFn } from '@tanstack/react-start'
import { getCookie } from '@tanstack/react-start/server'
import type { IconName } from '~/ui/icons'

const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

interface ThemeChoice {
  readonly value: Theme
  readonly label: string
  readonly icon: IconName
}

export const THEME_CHOICES: readonly ThemeChoice[] = [
  { value: 'system', label: 'As the system', icon: 'monitor' },
  { value: 'light', label: 'Light', icon: 'sun' },
  { value: 'dark', label: 'Dark', icon: 'moon' },
]

const COOKIE = 'theme'
/** A year, in seconds. */
const KEPT = 31_536_000

/** @returns the theme that this page is drawn in; anything unknown in the cookie is no choice */
export const currentTheme = createIsomorphicFn()
  .server(() => asTheme(getCookie(COOKIE)))
  .client(() => asTheme(document.documentElement.dataset['theme']))

/** Draws the page in another theme and remembers it in this browser. Call it from event handlers. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
  const age = theme === 'system' ? 0 : KEPT
  document.cookie = `${COOKIE}=${theme}; path=/; max-age=${age}; samesite=lax`
}

/** @returns the theme that a control shows as chosen, and what chooses another one */
export function useTheme(): readonly [Theme, (next: Theme) => void] {
  const [theme, setTheme] = useState(currentTheme)
  function choose(next: Theme): void {
    chooseTheme(next)
    setTheme(next)
  }
  return [theme, choose]
}

/**
 * For the moment before the style sheet has come: a browser that knows which scheme the page has
 * shows no white sheet on the way to a dark one.
 */
export function themeMeta(theme: Theme): { readonly name: string; readonly content: string } {
  return { name: 'color-scheme', content: theme === 'system' ? 'light dark' : theme }
}

/** What the document's element carries. */
export function themeAttribute(theme: Theme): { 'data-theme'?: Theme } {
  return theme === 'system' ? {} : { 'data-theme': theme }
}

function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value)
}

function asTheme(value: unknown): Theme {
  return isTheme(value) ? value : 'system'
}
