import { dateIn, dateParts, sayDate } from '@/lib/dates'
import { hue } from '@/lib/hue'
import { smallPicture } from '@/lib/picture'
import { Avatar } from '@/ui/avatar'
import { DateBlock } from '@/ui/date-block'
import { tintStyle } from '@/ui/tint'
import { type Conversation, nameOf } from '../model'

/** Whose conversation it is: a person, or the night by its date in its own light. */
export function ConversationFace({ conversation }: { conversation: Conversation }) {
  const { person, show } = conversation
  if (show === null) return <Avatar name={nameOf(person)} src={smallPicture(person)} size={44} />
  const date = dateIn(show.time_zone, show.starts_at)
  return (
    <span
      className="tinted flex size-11 shrink-0 items-center justify-center rounded-control bg-(--tint-deep)"
      style={tintStyle(hue(show.artist_name))}
    >
      <DateBlock size="compact" date={date} label={sayDate(date)} {...dateParts(date)} />
    </span>
  )
}
