import { useMutationState } from '@tanstack/react-query'
import { WifiOff } from 'lucide-react'
import { useEffect } from 'react'
import { useOnline } from '@/lib/hooks'

/** Says that the network is gone and how much waits for it; the region itself stays, so that it is announced. */
export function OfflineNotice() {
  const online = useOnline()
  const waiting = useMutationState({ filters: { predicate: ({ state }) => state.isPaused } }).length
  useRoomAbove(!online)
  useHeld(waiting > 0)
  return (
    <div role="status" className="sticky top-0 z-30">
      {!online && (
        <p className="flex h-9 items-center justify-center gap-2 whitespace-nowrap bg-ink px-2 font-medium text-12 text-page sm:text-14">
          <WifiOff aria-hidden className="size-4 shrink-0" />
          {sayOffline(waiting)}
        </p>
      )}
    </div>
  )
}

function sayOffline(waiting: number): string {
  if (waiting === 0) return 'You are offline. What is on the screen stays.'
  return `You are offline. ${waiting === 1 ? 'A change waits' : `${waiting} changes wait`} for the network.`
}

/** Tells what stands at the window's upper edge how much room the notice takes there. */
function useRoomAbove(taken: boolean): void {
  useEffect(() => {
    if (!taken) return
    document.documentElement.style.setProperty('--notice', '2.25rem')
    return () => void document.documentElement.style.removeProperty('--notice')
  }, [taken])
}

/** Asks before the page is closed while something waits, since that would be lost. */
function useHeld(active: boolean): void {
  useEffect(() => {
    if (!active) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [active])
}
