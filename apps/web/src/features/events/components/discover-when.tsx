import { CalendarDays } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { dateParts } from '@/lib/dates'
import { Button } from '@/ui/button'
import { Chip } from '@/ui/chip'
import { ChoiceChips, choiceChipStyles } from '@/ui/choice-chips'
import { Dialog } from '@/ui/dialog'
import { TextField } from '@/ui/text-field'
import type { DiscoverAddress } from '../address'
import { type Days, WHEN, WHEN_NAMES, type When } from '../nights'

type DiscoverWhenProps = {
  address: DiscoverAddress
  onChange: (address: DiscoverAddress) => void
  /** The day it is here, `YYYY-MM-DD`. */
  today: string
}

const OPTIONS: { value: When | undefined; label: string }[] = [
  { value: undefined, label: 'Any day' },
  ...WHEN.map((value) => ({ value, label: WHEN_NAMES[value] })),
]

/** Which days: by name, or from one to another. */
export function DiscoverWhen({ address, onChange, today }: DiscoverWhenProps) {
  const [picking, setPicking] = useState(false)
  const { from, to, when } = address
  const change = (days: Days & { when?: When | undefined }) =>
    onChange({ ...address, when: undefined, from: undefined, to: undefined, ...days })
  if (from || to) {
    return (
      <div className="py-1">
        <Chip removeLabel="Any day" onRemove={() => change({})}>
          {sayDays({ ...(from && { from }), ...(to && { to }) })}
        </Chip>
      </div>
    )
  }
  return (
    <>
      <ChoiceChips label="When" options={OPTIONS} value={when} onChange={(next) => change({ when: next })}>
        <button
          type="button"
          aria-haspopup="dialog"
          className={choiceChipStyles}
          onClick={() => setPicking(true)}
        >
          <CalendarDays aria-hidden />
          Pick days
        </button>
      </ChoiceChips>
      <Dialog open={picking} onOpenChange={setPicking} title="Which days?">
        <DaysForm
          today={today}
          onPick={(days) => {
            change(days)
            setPicking(false)
          }}
        />
      </Dialog>
    </>
  )
}

/** "4 Dec to 6 Dec", "from 4 Dec", "4 Dec". */
export function sayDays({ from, to }: Days): string {
  const say = (date: string) => {
    const { day, month } = dateParts(date)
    return `${day} ${month}`
  }
  if (from && to) return from === to ? say(from) : `${say(from)} to ${say(to)}`
  return from ? `from ${say(from)}` : `until ${say(to ?? '')}`
}

function DaysForm({ today, onPick }: { today: string; onPick: (days: Days) => void }) {
  const [from, setFrom] = useState(today)
  const [to, setTo] = useState('')
  const backwards = to !== '' && to < from
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!backwards) onPick({ from, ...(to && { to }) })
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <TextField
        label="From"
        type="date"
        required
        min={today}
        value={from}
        onChange={(event) => setFrom(event.target.value)}
      />
      <TextField
        label="To"
        type="date"
        optional
        min={from}
        value={to}
        onChange={(event) => setTo(event.target.value)}
        error={backwards ? 'This is before the first day.' : undefined}
      />
      <Button type="submit" variant="inverse" className="mt-2">
        Show these days
      </Button>
    </form>
  )
}
