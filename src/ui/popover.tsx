/**
 * More about something, beside it: an explanation, a few settings. The page stays usable. It is
 * fetched when somebody is about to open it; see stand-in.ts.
 */
import { useRender } from '@base-ui/react/use-render'
import { marks } from './marks'
import type { PopoverProps } from './popover-parts'
import { useStandIn } from './stand-in'

const fetchParts = () => import('./popover-parts')

export function Popover(props: PopoverProps) {
  const { fetched, before, ref, handlers } = useStandIn(fetchParts, () => false)
  const button = useRender({
    render: props.trigger,
    ref,
    props: {
      ...marks({ local: true }),
      'aria-haspopup': 'dialog' as const,
      'aria-expanded': false,
      ...handlers,
    },
    enabled: fetched === undefined,
  })
  return fetched === undefined ? button : <fetched.parts.LivePopover {...props} before={before} />
}
