/** The way to the pages: links in groups, beside the page or in a drawer. */
import { type ReactNode, useId } from 'react'
import { dressedLink, type LinkElement } from './dressed-link'
import { Icon, type IconName } from './icons'

export function Sidebar({ label, children }: LabelledProps) {
  return (
    <nav aria-label={label} className="flex flex-col gap-5">
      {children}
    </nav>
  )
}

/** Some of the links, under a word that is their list's name too. */
export function SidebarGroup({ label, children }: LabelledProps) {
  const id = useId()
  return (
    <div>
      <p id={id} className="px-2.5 pb-1 text-xs font-medium text-ink-faint">
        {label}
      </p>
      <ul aria-labelledby={id}>{children}</ul>
    </div>
  )
}

interface LabelledProps {
  readonly label: string
  readonly children: ReactNode
}

export function SidebarLink({ link, icon, note, children }: SidebarLinkProps) {
  const element = dressedLink(link, {
    className:
      'group flex min-h-8 items-center gap-2.5 rounded-md px-2.5 text-sm text-ink-soft hover:bg-highlight hover:text-ink aria-[current=page]:bg-highlight aria-[current=page]:font-medium aria-[current=page]:text-ink pointer-coarse:min-h-11',
    children: (
      <>
        <Icon
          name={icon}
          className="size-4 text-ink-faint group-aria-[current=page]:text-accent-text"
        />
        {children}
        {note !== undefined && (
          <span className="ml-auto truncate text-xs font-normal text-ink-faint">{note}</span>
        )}
      </>
    ),
  })
  return <li>{element}</li>
}

interface SidebarLinkProps {
  readonly link: LinkElement
  readonly icon: IconName
  /** A quiet word at the end of the row. */
  readonly note?: string
  readonly children: string
}
