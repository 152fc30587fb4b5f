import { type FormEvent, useState } from 'react'
import { dateIn, timeIn } from '@/lib/dates'
import { sayProblem } from '@/lib/problem'
import { dayAfter, instantIn } from '@/lib/wall-clock'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextField } from '@/ui/text-field'
import { useDuplicateEvent } from '../desk-changes'
import { isDay } from '../desk-words'
import type { Event } from '../model'

type DuplicateDialogProps = {
  event: Event
  open: boolean
  onOpenChange: (open: boolean) => void
  onMade: (id: string) => unknown
}

/** Makes a draft like this event for another day. */
export function DuplicateDialog({ open, onOpenChange, ...rest }: DuplicateDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="The same on another day"
      description="A draft with everything but its answers, helpers and poster. Doors and end move along."
    >
      <DuplicateForm {...rest} onClose={() => onOpenChange(false)} />
    </Dialog>
  )
}

type FormProps = Pick<DuplicateDialogProps, 'event' | 'onMade'> & { onClose: () => void }

function DuplicateForm({ event, onMade, onClose }: FormProps) {
  const { time_zone: zone, date } = event
  const [day, setDay] = useState(() => dayAfter(dateIn(zone, date), 7))
  const [time, setTime] = useState(() => timeIn(zone, date))
  const [problem, setProblem] = useState<string>()
  const duplicate = useDuplicateEvent(event.id)
  const submit = async (submitted: FormEvent) => {
    submitted.preventDefault()
    if (!isDay(day) || time === '') return setProblem('Which day, and when?')
    try {
      const { id } = await duplicate.mutateAsync(instantIn(zone, day, time))
      onClose()
      await onMade(id)
    } catch (error) {
      setProblem(sayProblem(error))
    }
  }
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <div className="grid grid-cols-[minmax(0,1fr)_8.5rem] gap-3">
        <TextField label="Day" type="date" value={day} onChange={({ target }) => setDay(target.value)} />
        <TextField label="Starts" type="time" value={time} onChange={({ target }) => setTime(target.value)} />
      </div>
      <p role="alert" className="text-14 text-danger empty:hidden">
        {problem}
      </p>
      <Button type="submit" variant="inverse" pending={duplicate.isPending} className="self-end">
        Make the draft
      </Button>
    </form>
  )
}
