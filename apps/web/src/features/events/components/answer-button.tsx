import { CalendarPlus, Check, ChevronDown } from 'lucide-react'
import { Button, buttonStyles } from '@/ui/button'
import { DropdownMenu, type MenuItem } from '@/ui/dropdown-menu'
import { IconButton } from '@/ui/icon-button'
import { sayAnswer, sayCounts, type Wanted } from '../answers'
import { type Event, saySeats } from '../model'
import { useAnswer } from '../use-answer'

/** The main button of an event until one is there: whether I come, with what it leads to and how many do. */
export function AnswerButton({ event }: { event: Event }) {
  const { answer } = useAnswer(event)
  if (event.status === 'cancelled') return <Facts event={event} />
  return (
    <>
      {event.my_rsvp === null ? (
        <Question event={event} answer={answer} />
      ) : (
        <Given event={event} given={event.my_rsvp} answer={answer} />
      )}
      <Facts event={event} />
    </>
  )
}

type Asking = { event: Event; answer: (wanted: Wanted) => void }

function Question({ event, answer }: Asking) {
  const full = event.seats_left === 0
  // once one can arrive, that is the main thing
  const main = Date.now() < Date.parse(event.arrival_opens_at)
  return (
    <div className="flex gap-2 max-sm:w-full">
      <Button
        variant={main ? 'primary' : 'secondary'}
        size="large"
        className="max-sm:flex-1"
        onClick={() => answer('going')}
      >
        {full ? 'Join the waitlist' : 'Going'}
      </Button>
      <DropdownMenu
        align="start"
        trigger={
          <IconButton
            label="Another answer"
            icon={<ChevronDown />}
            className="size-13 bg-raised ring-1 ring-line ring-inset"
          />
        }
        items={[
          { label: 'Maybe', onSelect: () => answer('maybe') },
          { label: 'Not going', onSelect: () => answer('no') },
        ]}
      />
    </div>
  )
}

function Given({ event, given, answer }: Asking & { given: NonNullable<Event['my_rsvp']> }) {
  const choice = (wanted: Wanted, label: string): MenuItem => ({
    label,
    checked: given.status === wanted,
    onSelect: () => answer(wanted),
  })
  const waits = given.status === 'waitlist' || (event.seats_left === 0 && given.status !== 'going')
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <p role="status" className="inline-flex min-h-13 items-center gap-2 pr-2 font-medium text-16">
        {given.status !== 'no' && <Check aria-hidden className="size-5 text-accent" />}
        {sayAnswer(given)}
      </p>
      <DropdownMenu
        align="start"
        trigger={
          <Button variant="ghost" className="text-soft">
            Change
            <ChevronDown aria-hidden />
          </Button>
        }
        items={[
          waits
            ? { ...choice('going', 'On the waitlist'), checked: given.status === 'waitlist' }
            : choice('going', 'Going'),
          choice('maybe', 'Maybe'),
          choice('no', 'Not going'),
          { label: 'Take my answer back', onSelect: () => answer(null) },
        ]}
      />
      {given.status !== 'no' && (
        <a
          href={`/api/v1/calendar/shows/${event.id}.ics`}
          className={buttonStyles({ variant: 'ghost', className: 'text-soft max-sm:px-3' })}
        >
          <CalendarPlus aria-hidden />
          <span className="max-sm:sr-only">Add to calendar</span>
        </a>
      )}
    </div>
  )
}

function Facts({ event }: { event: Event }) {
  const said = [sayCounts(event.rsvp_counts), saySeats(event)].filter(Boolean).join(' · ')
  return said === '' ? null : <p className="w-full text-14 text-soft">{said}</p>
}
