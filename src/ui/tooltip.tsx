/**
 * A few words about a control, on hover and on focus. Never the only place that says something:
 * a finger finds no tooltip.
 */
import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'

export interface TooltipProps {
  readonly text: string
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  /** The control; it keeps the label of its own. */
  readonly children: ReactElement
}

export function Tooltip({ text, side = 'top', children }: TooltipProps) {
  return (
    <BaseTooltip.Root>
      <BaseTooltip.Trigger delay={400} render={children} />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner side={side} sideOffset={6} className="z-60">
          <BaseTooltip.Popup className="max-w-64 rounded-md bg-ink px-2 py-1 text-xs text-ground shadow-floating transition-opacity data-ending-style:opacity-0 data-instant:duration-0 data-starting-style:opacity-0">
            {text}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  )
}
