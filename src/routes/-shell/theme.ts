/**
 * Light or dark. The choice is a cookie, so that the server can draw the page in it: there is no
 * script to run first, and no flash. Without a choice the system's holds.
 */
import { createIsomorphicFn } from '@tanstack/react-start'
import { getCookie } from '@tanstack/react-start/server'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

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

/** What the document's element carries. */
export function themeAttribute(theme: Theme): { 'data-theme'?: Theme } {
  return theme === 'system' ? {} : { 'data-theme': theme }
}

export function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value)
}

function asTheme(value: unknown): Theme {
  return isTheme(value) ? value : 'system'
}
