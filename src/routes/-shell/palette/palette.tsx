/** Where the palette appears. Its code is fetched when it is first opened. */
import { lazy, Suspense, useState } from 'react'
import { showOverlay, useOverlay } from '../overlay'

const PaletteWindow = lazy(async () => ({
  default: (await import('./palette-window')).PaletteWindow,
}))

export function Palette() {
  const open = useOverlay() === 'palette'
  const [wasOpened, setWasOpened] = useState(false)
  if (open && !wasOpened) setWasOpened(true)
  if (!wasOpened) return null
  return (
    <Suspense>
      <PaletteWindow
        open={open}
        onOpenChange={(next) => showOverlay(next ? 'palette' : undefined)}
      />
    </Suspense>
  )
}
