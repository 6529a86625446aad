/** Listens for shortcuts on every page behind the sign-in, and lists them under `?`. */
import { useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useEffectEvent, useMemo, useRef } from 'react'
import { useAccess } from '~/features/access/use-permission'
import { showOverlay, useOverlay } from '../overlay'
import { pressed } from './pressed'
import { shortcutsFor } from './registry'
import { singleKeysAreOn } from './single-keys'

const ShortcutList = lazy(async () => ({ default: (await import('./shortcut-list')).ShortcutList }))

/** A beginning that nothing follows is forgotten. */
const PATIENCE_MS = 1_200

export function Shortcuts() {
  const router = useRouter()
  const access = useAccess()
  const shortcuts = useMemo(
    () => shortcutsFor(access, (path) => router.navigate({ to: path })),
    [access, router],
  )
  const begun = useRef<{ key: string; at: number }>(undefined)

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return
    const { current } = begun
    const before = current && event.timeStamp - current.at < PATIENCE_MS ? current.key : undefined
    const singles = singleKeysAreOn() && !isOccupied(event.target)
    const outcome = pressed(shortcuts, event, before, singles)
    begun.current =
      outcome !== undefined && 'begins' in outcome
        ? { key: outcome.begins, at: event.timeStamp }
        : undefined
    if (outcome === undefined || !('does' in outcome)) return
    event.preventDefault()
    outcome.does.run()
  })

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKeyDown(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])

  if (useOverlay() !== 'shortcuts') return null
  return (
    <Suspense>
      <ShortcutList shortcuts={shortcuts} onClose={() => showOverlay(undefined)} />
    </Suspense>
  )
}

/** Where keys mean something else: in fields, menus and windows. */
function isOccupied(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="menu"], [role="listbox"], [role="dialog"]') !==
      null
  )
}
