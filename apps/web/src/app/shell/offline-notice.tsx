import { WifiOff } from 'lucide-react'
import { useOnline } from '@/lib/hooks'

/** Says that the network is gone, for as long as it is; the region itself stays, so that it is announced. */
export function OfflineNotice() {
  const online = useOnline()
  return (
    <div role="status" className="sticky top-0 z-30">
      {!online && (
        <p className="flex items-center justify-center gap-2 bg-ink px-4 py-2 font-medium text-14 text-page">
          <WifiOff aria-hidden className="size-4 shrink-0" />
          You are offline. What is on the screen stays; changes wait for the network.
        </p>
      )}
    </div>
  )
}
