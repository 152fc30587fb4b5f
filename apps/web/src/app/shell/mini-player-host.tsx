import { lazy, Suspense, useSyncExternalStore } from 'react'
import { isPlayerPresent, onPlayerPresence } from '@/features/media/player-presence'

const MiniPlayer = lazy(async () => ({ default: (await import('./mini-player')).MiniPlayer }))

const silent = () => false

/** The player, on whatever page one is, for as long as something is in it. */
export function MiniPlayerHost() {
  const present = useSyncExternalStore(onPlayerPresence, isPlayerPresent, silent)
  if (!present) return null
  return (
    <Suspense>
      <MiniPlayer />
    </Suspense>
  )
}
