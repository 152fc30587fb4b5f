import { Hand, LocateFixed, MapPin } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from '@/ui/button'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import { sayMetres } from '../answers'
import type { Event } from '../model'
import { type Hindrance, hindranceOf, useArrival } from '../use-arrival'
import { deviceTells } from '../whereabouts'

type ArriveSheetProps = {
  event: Event
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Checks in without the device's word for it. */
  byHand: () => void
}

/** Arriving: what the location is for, how far it still is, and the way without it. */
export function ArriveSheet({ event, open, onOpenChange, byHand }: ArriveSheetProps) {
  const { mutate, isPending, error, reset } = useArrival(event)
  const look = () =>
    mutate(undefined, {
      onSuccess: () => {
        onOpenChange(false)
        toast.done('You’re here')
      },
    })
  const begin = async () => {
    reset()
    // who has said yes before need not read why
    if (await deviceTells()) look()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins with each opening, and with nothing else
  useEffect(() => {
    if (open) void begin()
  }, [open])
  const checkIn = () => {
    onOpenChange(false)
    byHand()
  }
  return (
    <Sheet open={open} onOpenChange={onOpenChange} title={`Arrive at ${event.venue_name}`}>
      <div className="flex flex-col gap-5 px-2 pt-1 pb-3">
        <div aria-live="polite" className="min-h-24">
          {error && !isPending ? <Hindered {...hindranceOf(error, event)} /> : <Why event={event} />}
        </div>
        <div className="flex flex-col gap-2">
          {(error === null || isPending || hindranceOf(error, event).again) && (
            <Button variant="primary" size="large" pending={isPending} onClick={look}>
              {!isPending && <LocateFixed aria-hidden />}
              {isPending ? 'Finding out where you are' : error ? 'Try again' : 'Use my location'}
            </Button>
          )}
          <Button size="large" variant="ghost" onClick={checkIn}>
            <Hand aria-hidden />
            I’m here anyway
          </Button>
        </div>
      </div>
    </Sheet>
  )
}

const Why = ({ event }: { event: Event }) => (
  <div className="flex gap-4">
    <MapPin aria-hidden className="mt-1 size-6 shrink-0 text-accent" />
    <p className="text-14 text-soft">
      Your location is compared once with the {sayMetres(event.geofence_radius)} around the venue, and not
      kept. That you arrived is seen by whoever sees that you come.
    </p>
  </div>
)

const Hindered = ({ title, text }: Hindrance) => (
  <>
    <p className="font-display text-28">{title}</p>
    <p className="mt-1 text-14 text-soft">{text}</p>
  </>
)
