/** Opens the palette, and says which keys do the same. */
import { useHydrated } from '@tanstack/react-router'
import { Button } from '~/ui/button'
import { Keys } from '~/ui/keys'
import { showOverlay } from '../overlay'
import { modifierKey } from '../shortcuts/modifier'

export function PaletteButton() {
  // The server doesn't know whose keyboard it is.
  const modifier = useHydrated() ? modifierKey() : 'Ctrl'
  return (
    <Button
      spread
      size="small"
      data-local=""
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      className="font-normal text-ink-faint"
      onClick={() => showOverlay('palette')}
    >
      <span className="truncate">Search or jump to…</span>
      <span aria-hidden="true" className="max-lg:hidden">
        <Keys keys={[modifier, 'K']} />
      </span>
    </Button>
  )
}
