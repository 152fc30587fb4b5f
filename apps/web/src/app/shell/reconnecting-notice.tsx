import { useOnline } from '@/lib/hooks'
import { useReconnecting } from '@/lib/live'
import { Spinner } from '@/ui/spinner'

/** Says that news from the server are late, for as long as they are. */
export function ReconnectingNotice() {
  const down = useReconnecting()
  // Without a network the other notice says it better.
  const reconnecting = useOnline() && down
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-3 z-30 flex justify-center">
      {reconnecting && (
        <p className="flex items-center gap-2 rounded-full bg-raised px-4 py-2 font-medium text-14 shadow-float">
          <Spinner />
          Reconnecting…
        </p>
      )}
    </div>
  )
}
