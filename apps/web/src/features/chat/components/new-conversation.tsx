import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import { useEffect } from 'react'
import { useOnline } from '@/lib/hooks'
import { keys } from '@/lib/keys'
import { smallPicture } from '@/lib/picture'
import { Avatar } from '@/ui/avatar'
import { EmptyState } from '@/ui/empty-state'
import { nameOf, type Person } from '../model'
import { onArrival, say, useUnsent } from '../sending'
import { useDraft } from '../use-draft'
import { Composer } from './composer'
import { UnsentRow } from './unsent-row'

/** The first words to somebody; the conversation begins with them. */
export function NewConversation({ person, myId }: { person: Person; myId: string }) {
  const place = { recipient_id: person.id }
  const queryClient = useQueryClient()
  const unsent = useUnsent(place)
  const [text, write] = useDraft(myId, place)
  const online = useOnline()
  const name = nameOf(person)
  useEffect(
    () => onArrival(() => void queryClient.invalidateQueries({ queryKey: keys.conversationWith(person.id) })),
    [queryClient, person.id],
  )
  return (
    <section aria-label="Conversation" className="flex h-full min-h-0 flex-col">
      <header className="flex min-h-16 items-center gap-1 border-line border-b py-1 pr-2 pl-1 md:pl-4">
        <Link
          to="/messages"
          aria-label="Back to all messages"
          className="inline-flex size-11 shrink-0 items-center justify-center rounded-control text-soft hover:text-ink md:hidden"
        >
          <ChevronLeft aria-hidden className="size-5" />
        </Link>
        <Link
          to="/profile/$username"
          params={{ username: person.username }}
          className="flex min-w-0 flex-1 items-center gap-3 rounded-control py-1 pr-2"
        >
          <Avatar name={name} src={smallPicture(person)} size={44} />
          <span className="min-w-0">
            <h1 tabIndex={-1} className="truncate text-16">
              {name}
            </h1>
            <span className="block truncate text-12 text-soft">@{person.username}</span>
          </span>
        </Link>
      </header>
      <div className="flex min-h-0 flex-1 flex-col justify-end overflow-y-auto py-3">
        {unsent.length === 0 ? (
          <EmptyState title={`You and ${name}`}>Nothing has been said yet.</EmptyState>
        ) : (
          <ol>
            {unsent.map((one) => (
              <UnsentRow key={one.clientId} unsent={one} online={online} opens={false} />
            ))}
          </ol>
        )}
      </div>
      <Composer
        {...{ text, write }}
        send={(said) => say(place, said)}
        editing={undefined}
        onEdited={() => undefined}
        onArrowUp={() => undefined}
        placeholder={`Write to ${name}`}
      />
    </section>
  )
}
