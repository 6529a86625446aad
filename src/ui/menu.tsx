/** A menu under a button. It is fetched when somebody is about to open it; see stand-in.ts. */
import { useRender } from '@base-ui/react/use-render'
import { marks } from './marks'
import type {
  MenuChoicesProps,
  MenuGroupProps,
  MenuItemProps,
  MenuLinkProps,
  MenuProps,
} from './menu-parts'
import { useStandIn } from './stand-in'

/** There from the first menu on that somebody was about to open. */
let parts: typeof import('./menu-parts') | undefined

async function fetchParts(): Promise<typeof import('./menu-parts')> {
  parts ??= await import('./menu-parts')
  return parts
}

// What is in a menu is drawn in an open one alone, and there the parts are. They are not React's
// `lazy`: that would draw them a moment after the menu, which would find nothing to focus.

export function MenuItem(props: MenuItemProps) {
  return parts && <parts.MenuItem {...props} />
}

export function MenuLink(props: MenuLinkProps) {
  return parts && <parts.MenuLink {...props} />
}

export function MenuGroup(props: MenuGroupProps) {
  return parts && <parts.MenuGroup {...props} />
}

export function MenuChoices<Value extends string>(props: MenuChoicesProps<Value>) {
  return parts && <parts.MenuChoices {...props} />
}

export function MenuSeparator() {
  return parts && <parts.MenuSeparator />
}

export function Menu(props: MenuProps) {
  const { fetched, before, ref, handlers } = useStandIn(fetchParts, (key) => key === 'ArrowDown')
  const button = useRender({
    render: props.trigger,
    ref,
    props: {
      ...marks({ local: true }),
      'aria-haspopup': 'menu' as const,
      'aria-expanded': false,
      ...handlers,
    },
    enabled: fetched === undefined,
  })
  return fetched === undefined ? button : <fetched.parts.LiveMenu {...props} before={before} />
}
