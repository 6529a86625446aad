/** A narrow screen's menu: what the sidebar holds, in a drawer that is fetched when it is asked for. */
import { useLocation } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Button } from '~/ui/button'
import { Icon } from '~/ui/icons'
import { tellNotFetched } from '~/ui/toast'

export function MobileMenu({ children }: { readonly children: ReactNode }) {
  const { pathname } = useLocation()
  // Open on one page: going to another closes it.
  const [openAt, setOpenAt] = useState<string>()
  const [parts, setParts] = useState<typeof import('~/ui/drawer')>()
  const open = openAt === pathname

  async function show(): Promise<void> {
    setOpenAt(pathname)
    try {
      setParts(await import('~/ui/drawer'))
    } catch {
      setOpenAt(undefined)
      tellNotFetched()
    }
  }

  return (
    <>
      <Button look="quiet" local aria-haspopup="dialog" aria-expanded={open} onClick={show}>
        <Icon name="menu" />
        Menu
      </Button>
      {parts !== undefined && (
        <parts.Drawer
          title="Menu"
          side="left"
          open={open}
          onOpenChange={(next) => setOpenAt(next ? pathname : undefined)}
        >
          <div className="flex min-h-full flex-col gap-5">{children}</div>
        </parts.Drawer>
      )}
    </>
  )
}
