/** In the corner of every page: who looks at it, where and with which roles, and the others. */
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Permission } from '~/authz'
import type { Viewer } from '~/features/access/viewer'
import { Button, buttonClass } from '~/ui/button'
import { Icon } from '~/ui/icons'
import { NOT_COMPARED } from '../changes/offer'
import { ChangeNote } from './change-note'
import { PersonaMenu } from './persona-menu'
import { useFolded } from './use-folded'

export interface DockProps {
  readonly viewer: Viewer | null
  readonly opens?: (path: string) => readonly Permission[]
}

export function Dock({ viewer, opens }: DockProps) {
  const [folded, fold] = useFolded()
  useRoomForDock()
  return (
    <aside
      aria-label="Demo"
      {...{ [NOT_COMPARED]: '' }}
      className="pointer-events-none fixed right-3 bottom-3 left-3 z-30 flex flex-col items-end gap-2 *:pointer-events-auto sm:left-auto print:hidden"
    >
      {viewer !== null && <ChangeNote viewer={viewer} opens={opens} />}
      <div className="flex max-w-full items-center gap-0.5 rounded-lg border border-line-strong/60 bg-surface p-1 shadow-floating">
        <PersonaMenu viewer={viewer} folded={folded} />
        {!folded && (
          <Link to="/demo/mailbox" className={buttonClass('quiet', 'small')}>
            Mailbox
          </Link>
        )}
        <Button
          look="quiet"
          size="small"
          local
          aria-label={folded ? 'Show the dock in full' : 'Fold the dock'}
          aria-expanded={!folded}
          className="px-1.5"
          onClick={() => fold(!folded)}
        >
          <Icon name={folded ? 'updown' : 'minus'} />
        </Button>
      </div>
    </aside>
  )
}

/** Pages and messages keep this much of the lower edge free, so that nothing stays covered. */
function useRoomForDock(): void {
  useEffect(() => {
    const { style } = document.documentElement
    style.setProperty('--dock-space', '4rem')
    return () => {
      style.removeProperty('--dock-space')
    }
  }, [])
}
