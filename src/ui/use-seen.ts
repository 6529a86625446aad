/** What nobody has scrolled to needs not be drawn. */
import { type RefObject, useEffect, useState } from 'react'

/**
 * @returns whether a good part of the element has been in the window since the page is there. Not
 * its edge alone: on a telephone that would be drawn for who never scrolls to it.
 */
export function useSeen(element: RefObject<Element | null>): boolean {
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    if (element.current === null) return undefined
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true)
      },
      { threshold: 0.3 },
    )
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return seen
}
