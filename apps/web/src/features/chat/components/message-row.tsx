import { Link } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import { memo } from 'react'
import { cn } from '@/lib/cn'
import { sayInstant, timeIn } from '@/lib/dates'
import { hue } from '@/lib/hue'
import { smallPicture } from '@/lib/picture'
import { Avatar } from '@/ui/avatar'
import { tintStyle } from '@/ui/tint'
import { type Message, nameOf, type Person } from '../model'
import { keyOf } from '../rows'
import { Bubble } from './bubble'
import { type Deeds, MessageMenu } from './message-menu'

export const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone

type MessageRowProps = {
  message: Message
  /** It begins, it ends what one person says in one go. */
  opens: boolean
  closes: boolean
  own: boolean
  /** Many may speak here: who does is named. */
  room: boolean
  /** The pointer or the focus is on it. */
  active: boolean
  deeds: Deeds
}

/** One message: who, what, when. */
export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { message, opens, closes, own, room, active, deeds } = props
  const { user } = message
  const name = nameOf(user)
  const time = timeIn(HERE, message.created_at)
  return (
    <li
      data-row={keyOf(message.number)}
      data-number={message.number}
      tabIndex={-1}
      aria-label={`${own ? 'You' : name}, ${time}`}
      className={cn(
        'flex items-end gap-2 rounded-control px-3',
        own && 'flex-row-reverse',
        opens ? 'mt-3' : 'mt-0.5',
      )}
    >
      {room && !own && <Face user={user} name={name} shown={closes} />}
      <div className={cn('flex min-w-0 max-w-[min(36rem,82%)] flex-col', own && 'items-end')}>
        {room && !own && opens && <Name user={user} name={name} />}
        {message.deleted ? (
          <p className="rounded-card px-3 py-1.5 text-14 text-soft italic ring-1 ring-line ring-inset">
            {user === null ? 'What was said here went with the account.' : 'Message deleted'}
          </p>
        ) : (
          <Bubble text={message.text} own={own} closes={closes} meta={<Meta {...{ message, own, time }} />} />
        )}
      </div>
      <div className="size-8 shrink-0 self-center">
        {active && !message.deleted && <MessageMenu {...{ message, own, name, deeds }} />}
      </div>
    </li>
  )
})

function Meta({ message, own, time }: { message: Message; own: boolean; time: string }) {
  return (
    <>
      {message.edited && <span>edited</span>}
      <time dateTime={message.created_at} title={sayInstant(HERE, message.created_at)}>
        {time}
      </time>
      {own && (
        <>
          <Check aria-hidden className="size-3.5" />
          <span className="sr-only">Sent</span>
        </>
      )}
    </>
  )
}

function Face({ user, name, shown }: { user: Person | null; name: string; shown: boolean }) {
  return shown ? <Avatar name={name} src={smallPicture(user)} size={32} /> : <span className="w-8 shrink-0" />
}

function Name({ user, name }: { user: Person | null; name: string }) {
  if (user === null) return <p className="px-3 pb-0.5 text-12 text-soft">{name}</p>
  return (
    <Link
      to="/profile/$username"
      params={{ username: user.username }}
      className="tinted max-w-full truncate px-3 pb-0.5 font-medium text-12 text-accent hover:underline"
      style={tintStyle(hue(name))}
    >
      {name}
    </Link>
  )
}
