import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { sayProblem } from '@/lib/problem'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { useDeleteMessage, useSilence } from '../api'
import { type Conversation, lastOfMine, type Message, nameOf } from '../model'
import { say, useUnsent } from '../sending'
import { placeOf } from '../unsent'
import { useDraft } from '../use-draft'
import { useThread } from '../use-thread'
import { Composer } from './composer'
import { Log } from './log'
import { LogSkeleton } from './log-skeleton'
import type { Deeds } from './message-menu'
import { NotNow } from './not-now'

type ConversationPaneProps = {
  conversation: Conversation
  myId: string
  /** Who it is with, what can be done with it. */
  head: ReactNode
}

/** One open conversation: head, what was said, and where one writes. Give it the conversation's id as its key. */
export function ConversationPane({ conversation, myId, head }: ConversationPaneProps) {
  const { thread, state } = useThread(conversation)
  const place = placeOf(conversation)
  const unsent = useUnsent(place)
  const [text, write] = useDraft(myId, place)
  const [editing, setEditing] = useState<Message>()
  const [removing, setRemoving] = useState<Message>()
  const add = useCallback((message: Message) => thread?.add(message), [thread])
  const { mutateAsync: remove } = useDeleteMessage(add)
  const { mutate: silence } = useSilence(conversation.show?.id ?? '')
  const { may_moderate } = conversation
  const deeds = useMemo(
    (): Deeds => ({
      edit: setEditing,
      remove: setRemoving,
      staff: may_moderate ? staffDeeds(setRemoving, silence) : undefined,
    }),
    [may_moderate, silence],
  )
  const onEdited = (changed?: Message) => {
    if (changed) add(changed)
    setEditing(undefined)
  }
  const { messages } = state.known
  return (
    <section aria-label="Conversation" className="flex h-full min-h-0 flex-col">
      {head}
      {state.phase === 'open' && thread && messages.length + unsent.length > 0 ? (
        <Log {...{ conversation, thread, state, unsent, myId, deeds }} />
      ) : (
        <Instead {...{ conversation, state }} onRetry={() => void thread?.load()} />
      )}
      {conversation.may_write ? (
        <Composer
          {...{ text, write, onEdited }}
          editing={editing}
          send={(said) => say(place, said)}
          onArrowUp={() => setEditing(lastOfMine(messages, myId))}
          placeholder={
            conversation.kind === 'show'
              ? 'Say something to the room'
              : `Write to ${nameOf(conversation.person)}`
          }
        />
      ) : (
        <NotNow conversation={conversation} />
      )}
      <ConfirmDialog
        open={removing !== undefined}
        onOpenChange={() => setRemoving(undefined)}
        title="Delete this message?"
        description="Its words are gone for everybody, for good."
        confirmLabel="Delete the message"
        onConfirm={() => removing && remove(removing)}
      />
    </section>
  )
}

type Silencing = ReturnType<typeof useSilence>['mutate']

const staffDeeds = (remove: (message: Message) => void, silence: Silencing): Deeds['staff'] => ({
  remove,
  silence: ({ user }, minutes) => {
    const said = `${nameOf(user)} can only read for ${minutes < 60 ? `${minutes} minutes` : `${minutes / 60} hours`}`
    if (user) silence({ person: user, body: { minutes }, said })
  },
  putOut: ({ user }) => {
    if (user) silence({ person: user, body: { removed: true }, said: `${nameOf(user)} is out of the room` })
  },
})

type InsteadProps = Pick<Parameters<typeof Log>[0], 'conversation' | 'state'> & { onRetry: () => void }

/** What stands where there is nothing to read yet. */
function Instead({ conversation, state, onRetry }: InsteadProps) {
  return (
    <div className="flex min-h-0 flex-1 flex-col justify-center overflow-y-auto">
      {state.phase === 'failed' ? (
        <ErrorState message={sayProblem(state.error)} onRetry={onRetry} />
      ) : state.phase === 'open' ? (
        <EmptyState
          title={conversation.kind === 'show' ? 'The room is open' : `You and ${nameOf(conversation.person)}`}
        >
          {conversation.kind === 'show'
            ? 'Nobody has said anything yet. Everybody who comes to this night reads along.'
            : 'Nothing has been said yet.'}
        </EmptyState>
      ) : state.phase === 'loading' ? (
        <LogSkeleton />
      ) : null}
    </div>
  )
}
