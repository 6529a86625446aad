/**
 * What a form came to, in its place or above it: takes the focus, which would be lost with the form, and
 * is read out by that. Nothing else in it needs to be a live region.
 */
import { type ReactNode, useEffect, useRef } from 'react'

export function Outcome({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.focus()
  }, [])
  return (
    <div ref={place} tabIndex={-1} className="rounded-lg outline-hidden">
      {children}
    </div>
  )
}
