/**
 * The place for short messages. Nothing has happened while a page loads, so what shows them is
 * fetched after it, and is there before it is needed: a region that appeared together with its
 * first message would not be read out.
 */
import { type ComponentType, type ReactNode, useEffect, useState } from 'react'
import { whenIdle } from './when-idle'

/** Beside everything that may show one. */
export function Toaster({ children }: { readonly children: ReactNode }) {
  const [place, setPlace] = useState<{ readonly Place: ComponentType }>()
  useEffect(
    () =>
      whenIdle(async () => {
        const { ToastPlace } = await import('./toast-list')
        setPlace({ Place: ToastPlace })
      }),
    [],
  )
  return (
    <>
      {children}
      {place !== undefined && <place.Place />}
    </>
  )
}
