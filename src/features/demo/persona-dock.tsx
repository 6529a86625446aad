/**
 * The dock of the demo: who you are, and everybody else you could be. Only in demo mode, which the
 * server says with the viewer; its code is fetched then and not before. It is not what keeps
 * others out: the functions behind it are.
 */
import type { Permission } from '~/authz'
import type { Viewer } from '~/features/access/viewer'
import { useLater } from '~/ui/when-idle'

export interface PersonaDockProps {
  readonly isDemo: boolean
  /** Null where nobody is signed in. */
  readonly viewer: Viewer | null
  /** The permissions of which any opens a page of the menu. */
  readonly opens?: (path: string) => readonly Permission[]
}

export function PersonaDock(props: PersonaDockProps) {
  return props.isDemo && <DockLater {...props} />
}

const fetchDock = () => import('./components/dock')

/** What it shows depends on what this browser remembers, which the server does not know. */
function DockLater({ viewer, opens }: PersonaDockProps) {
  const parts = useLater(fetchDock)
  return parts !== undefined && <parts.Dock viewer={viewer} opens={opens} />
}
