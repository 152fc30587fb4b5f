import { lazy, Suspense, useState } from 'react'
import { openPalette, usePaletteKeys, usePaletteOpen } from './palette-state'

const CommandPalette = lazy(async () => ({ default: (await import('./command-palette')).CommandPalette }))

/** The palette, loaded when it is first wanted and then kept so that it can close gently. */
export function PaletteHost() {
  const open = usePaletteOpen()
  const [wanted, setWanted] = useState(false)
  usePaletteKeys()
  if (open && !wanted) setWanted(true)
  if (!wanted) return null
  return (
    <Suspense>
      <CommandPalette open={open} onOpenChange={openPalette} />
    </Suspense>
  )
}
