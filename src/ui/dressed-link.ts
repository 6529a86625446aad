/** A link that a page brings, in the looks and with the words of the primitive around it. */
import { cloneElement, type ReactElement, type ReactNode } from 'react'

export interface Dress {
  readonly className?: string
  readonly children?: ReactNode
}

/** `<Link to="/projects" />`, or any element that leads somewhere. */
export type LinkElement = ReactElement<Dress>

/** @returns the link; looks and words replace whatever it had of its own */
export function dressedLink(link: LinkElement, dress: Dress): ReactElement {
  return cloneElement(link, dress)
}
