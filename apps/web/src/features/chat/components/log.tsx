import { ArrowDown } from 'lucide-react'
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { dateIn } from '@/lib/dates'
import { useOnline } from '@/lib/hooks'
import { Button } from '@/ui/button'
import { Spinner } from '@/ui/spinner'
import { type Conversation, countNew, type Message, nameOf } from '../model'
import { rowsOf, sayDay } from '../rows'
import type { Thread, ThreadState } from '../thread'
import type { Unsent } from '../unsent'
import { useActiveRow } from '../use-active-row'
import { useLog } from '../use-log'
import { useNewAfter } from '../use-new-after'
import { useReading } from '../use-reading'
import type { Deeds } from './message-menu'
import { HERE, MessageRow } from './message-row'
import { UnsentRow } from './unsent-row'

type LogProps = {
  conversation: Conversation
  thread: Thread
  state: ThreadState
  unsent: readonly Unsent[]
  myId: string
  deeds: Deeds
}

/** What is said, with the reader's place in it; the newest at the foot. */
export function Log({ conversation, thread, state, unsent, myId, deeds }: LogProps) {
  const { known } = state
  const { messages } = known
  const scroller = useRef<HTMLElement>(null)
  const newAfter = useNewAfter(conversation, known, myId)
  const firstNew = messages.find(({ number }) => newAfter !== null && number > newAfter)
  const loadEarlier = known.cursor !== null && state.earlier === 'idle' ? thread.loadEarlier : undefined
  const last = messages.at(-1)?.number ?? 0
  const [seenTo, setSeenTo] = useState(last)
  const report = useReading(conversation)
  const { shown, atEnd, toEnd } = useLog({
    scroller,
    known,
    begins: firstNew && 'new',
    firstNumber: firstNew?.number ?? last,
    loadEarlier,
    onSeen: report,
  })
  if (atEnd && last > seenTo) setSeenTo(last)
  const rows = useMemo(() => rowsOf(shown, HERE, newAfter), [shown, newAfter])
  const active = useActiveRow(scroller)
  const online = useOnline()
  useOwnShown(unsent, toEnd)
  const waiting = countNew(messages, seenTo, myId)
  const written = unsent.filter(({ clientId }) => !messages.some((one) => one.client_id === clientId))
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <section
        ref={scroller}
        aria-label="What was said"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain py-3 [overflow-anchor:none] focus-visible:-outline-offset-2"
      >
        <div className="mx-auto flex min-h-full w-full max-w-4xl flex-col justify-end">
          <Beginning state={state} onRetry={thread.loadEarlier} />
          <ol>
            {rows.map((row) =>
              row.kind === 'said' ? (
                <MessageRow
                  key={row.key}
                  message={row.message}
                  opens={row.opens}
                  closes={row.closes}
                  own={row.message.user?.id === myId}
                  room={conversation.kind === 'show'}
                  active={row.message.number === active}
                  deeds={deeds}
                />
              ) : row.kind === 'day' ? (
                <Day key={row.key} date={row.date} />
              ) : (
                <NewFromHere key={row.key} />
              ),
            )}
            {written.map((one, n) => (
              <UnsentRow
                key={one.clientId}
                unsent={one}
                online={online}
                opens={n === 0 && messages.at(-1)?.user?.id !== myId}
              />
            ))}
          </ol>
        </div>
      </section>
      {!atEnd && <JumpButton waiting={waiting} onClick={toEnd} />}
      <Announcer messages={messages} myId={myId} />
    </div>
  )
}

/** What I write comes into sight, wherever I was. */
function useOwnShown(unsent: readonly Unsent[], toEnd: () => void): void {
  const count = useRef(unsent.length)
  const show = useEffectEvent(toEnd)
  useEffect(() => {
    if (unsent.length > count.current) show()
    count.current = unsent.length
  }, [unsent.length])
}

function Beginning({ state, onRetry }: { state: ThreadState; onRetry: () => void }) {
  if (state.earlier === 'failed') {
    return (
      <div role="alert" className="flex flex-col items-center gap-1 py-3 text-14 text-soft">
        What was said earlier could not be read.
        <Button size="small" variant="ghost" onClick={onRetry}>
          Try again
        </Button>
      </div>
    )
  }
  if (state.known.cursor === null) return null
  return (
    <div className="flex justify-center py-3 text-soft">
      <Spinner />
    </div>
  )
}

function Day({ date }: { date: string }) {
  return (
    <li className="flex justify-center pt-5 pb-1">
      <time dateTime={date} className="rounded-full bg-ink/6 px-3 py-0.5 font-medium text-12 text-soft">
        {sayDay(date, dateIn(HERE))}
      </time>
    </li>
  )
}

function NewFromHere() {
  return (
    <li
      data-row="new"
      className="mt-3 flex items-center gap-3 px-3 font-medium text-12 text-accent before:h-px before:flex-1 before:bg-accent/50 after:h-px after:flex-1 after:bg-accent/50"
    >
      New
    </li>
  )
}

function JumpButton({ waiting, onClick }: { waiting: number; onClick: () => void }) {
  return (
    <div className="absolute right-4 bottom-3 z-10">
      <Button
        variant={waiting > 0 ? 'primary' : 'secondary'}
        className="min-w-11 rounded-full px-3 shadow-float"
        onClick={onClick}
      >
        <ArrowDown aria-hidden />
        {waiting > 0 ? `${waiting} new` : <span className="sr-only">To the newest</span>}
      </Button>
    </div>
  )
}

/** Lines that are read out one after the other. */
const MOST_SAID = 5

/** Tells those who do not see the screen what others say; what is only drawn again is not said again. */
function Announcer({ messages, myId }: { messages: readonly Message[]; myId: string }) {
  const last = messages.at(-1)?.number ?? 0
  const [heard, setHeard] = useState({ to: last, lines: [] as readonly Message[] })
  const isNews = useCallback(
    ({ number, user, deleted }: Message) => number > heard.to && user?.id !== myId && !deleted,
    [heard.to, myId],
  )
  if (last > heard.to) {
    setHeard({ to: last, lines: [...heard.lines, ...messages.filter(isNews)].slice(-MOST_SAID) })
  }
  return (
    <div role="log" aria-label="New messages" className="sr-only">
      {heard.lines.map((message) => (
        <p key={message.id}>
          {nameOf(message.user)}: {message.text}
        </p>
      ))}
    </div>
  )
}
