/** Opens the palette, and says which keys do the same. */
import { Button } from '~/ui/button'
import { Icon } from '~/ui/icons'
import { Kbd } from '~/ui/kbd'
import { showOverlay } from '../overlay'

export function PaletteButton() {
  return (
    <Button
      spread
      size="small"
      local
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      className="font-normal text-ink-faint"
      onClick={() => showOverlay('palette')}
    >
      <span className="inline-flex min-w-0 items-center gap-2">
        <Icon name="search" />
        <span className="truncate">Search or jump to…</span>
      </span>
      <span aria-hidden="true" className="max-lg:hidden">
        <Kbd keys={['mod', 'K']} />
      </span>
    </Button>
  )
}
