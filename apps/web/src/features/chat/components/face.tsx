import { CalendarClock } from 'lucide-react'
import { hue } from '@/lib/hue'
import { smallPicture } from '@/lib/picture'
import { Avatar } from '@/ui/avatar'
import { tintStyle } from '@/ui/tint'
import { type Conversation, nameOf } from '../model'

/** Whose conversation it is: a person, or the night in its own light. */
export function ConversationFace({ conversation, size }: { conversation: Conversation; size: number }) {
  const { person, show } = conversation
  if (show === null) return <Avatar name={nameOf(person)} src={smallPicture(person)} size={size} />
  return (
    <span
      aria-hidden
      className="tinted flex shrink-0 items-center justify-center rounded-control bg-(--tint-deep) text-accent"
      style={{ ...tintStyle(hue(show.artist_name)), width: size, height: size }}
    >
      <CalendarClock className="size-1/2 stroke-[1.5]" />
    </span>
  )
}
