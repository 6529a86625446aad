/** The list of people behind the dock's button. One press: another person, the same page. */
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { goOnTo } from '~/features/access/refusals'
import { useAction } from '~/features/access/use-action'
import type { Viewer } from '~/features/access/viewer'
import { Avatar } from '~/ui/avatar'
import { Button } from '~/ui/button'
import { Icon } from '~/ui/icons'
import { Menu, MenuGroup, MenuItem } from '~/ui/menu'
import { type Offered, offeredBy } from '../changes/offer'
import { lastDeparture, rememberDeparture } from '../changes/remembered'
import { wantedPage } from '../changes/wanted-page'
import { signInAs } from '../demo.functions'
import { personasQuery } from '../demo.queries'
import type { PersonaKey } from '../personas'

export interface PersonaMenuProps {
  readonly viewer: Viewer | null
  readonly folded: boolean
}

export function PersonaMenu({ viewer, folded }: PersonaMenuProps) {
  const { become, pending } = useBecome(viewer)
  const [open, setOpen] = useState(false)
  const { data: personas = [] } = useQuery({ ...personasQuery, enabled: open })
  const groups = [...new Set(personas.map(({ group }) => group))]
  return (
    <Menu
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button
          look="quiet"
          local
          pending={pending}
          aria-label={
            folded
              ? `${viewer === null ? '' : 'You are '}${nameOf(viewer)}, ${seatOf(viewer)}. Change person`
              : undefined
          }
          className="min-h-10 min-w-0 gap-2.5 px-1.5 text-left"
        >
          <WhoIsHere viewer={viewer} folded={folded} />
        </Button>
      }
    >
      {groups.map((group) => (
        <MenuGroup key={group} label={group}>
          {personas
            .filter((one) => one.group === group)
            .map(({ key, name, email, title, roles }) => {
              const isHere = email === viewer?.email
              return (
                <MenuItem
                  key={key}
                  fn="demo.signInAs"
                  current={isHere}
                  disabled={isHere}
                  note={isHere ? 'you' : roles.join(' + ')}
                  onSelect={() => void become(key)}
                >
                  <span className="flex items-center gap-3 py-1">
                    <Avatar name={name} />
                    <span className="min-w-0">
                      <span className="block truncate font-medium">{name}</span>
                      <span className="block truncate text-xs font-normal text-ink-faint">
                        {title}
                      </span>
                    </span>
                  </span>
                </MenuItem>
              )
            })}
        </MenuGroup>
      ))}
    </Menu>
  )
}

/** Changes the person. What this page offers them is kept, to be compared with what comes next. */
function useBecome(viewer: Viewer | null) {
  const offer = useRef<readonly Offered[]>([])
  const { run, pending } = useAction(signInAs, {
    leave: () => {
      const page = wantedPage(window.location, lastDeparture())
      rememberDeparture({ name: viewer?.name ?? null, page, offer: offer.current })
      goOnTo(page)
    },
  })
  async function become(persona: PersonaKey): Promise<void> {
    offer.current = offeredBy(document)
    await run({ data: { persona } })
  }
  return { become, pending }
}

function WhoIsHere({ viewer, folded }: PersonaMenuProps) {
  return (
    <>
      {viewer === null ? (
        <Icon name="users" className="mx-1.5 size-5 text-ink-faint" />
      ) : (
        <Avatar name={viewer.name} />
      )}
      {/* Text and no label: the name holds every word that is seen, in the same order. */}
      {viewer !== null && <span className="sr-only">You are</span>}
      {!folded && (
        <span className="min-w-0 leading-tight">
          <span className="block truncate text-small font-semibold text-ink">{nameOf(viewer)}</span>
          <span className="block truncate text-xs font-normal text-ink-faint">
            {seatOf(viewer)}
          </span>
        </span>
      )}
      <span className="sr-only">. Change person</span>
      <Icon name="updown" className="size-4 text-ink-faint" />
    </>
  )
}

function nameOf(viewer: Viewer | null): string {
  // A page for everybody doesn't know who looks at it.
  return viewer?.name ?? 'The demo’s people'
}

/** With which roles, and where. */
function seatOf(viewer: Viewer | null): string {
  if (viewer === null) return 'Sign in as somebody'
  if (viewer.organization === null) return 'No organization'
  const roles = viewer.roles.map(({ name }) => name).join(' + ')
  return `${roles === '' ? 'No role' : roles} · ${viewer.organization.name}`
}
