import { ImagePlus } from 'lucide-react'
import { PickMedia } from '@/features/media/components/pick-media'
import { type Show, tintOfShow } from '@/features/shows/model'
import { sayShortDate } from '@/lib/dates'
import { sayVenue } from '@/lib/places'
import { tintStyle } from '@/ui/tint'
import { useSendMedia } from '../use-send-media'

/** A show that takes media: a tap opens the picker, and what is picked goes on its way while the show opens. */
export function AddMediaRow({ show, onDone }: { show: Show; onDone: () => void }) {
  const send = useSendMedia(show.id)
  const add = (files: File[]) => {
    onDone()
    send(files)
  }
  return (
    <PickMedia
      onFiles={add}
      className="flex min-h-14 w-full justify-start gap-4 bg-transparent px-4 text-left ring-0 hover:bg-ink/6"
    >
      <span
        aria-hidden
        className="tinted size-6 shrink-0 rounded-full bg-tint"
        style={tintStyle(tintOfShow(show))}
      />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-16">{show.artist_name}</span>
        <span className="block truncate font-normal text-12 text-soft">
          {sayShortDate(show.show_date)} · {sayVenue({ name: show.venue_name, city: show.venue_city })}
        </span>
      </span>
      <ImagePlus aria-hidden className="size-5 text-soft" />
    </PickMedia>
  )
}
