import { useState } from 'react'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { TextArea } from '@/ui/text-area'
import { toast } from '@/ui/toast'
import { useCancelEvent } from '../desk-changes'
import { sayPeople, toldOf } from '../desk-words'
import type { Event } from '../model'

type CancelDialogProps = { event: Event; open: boolean; onOpenChange: (open: boolean) => void }

/** Calls an event off, with the reason that everybody who answered is told. */
export function CancelDialog({ event, open, onOpenChange }: CancelDialogProps) {
  const [reason, setReason] = useState('')
  const cancel = useCancelEvent(event.id)
  const told = toldOf(event)
  const confirm = async () => {
    try {
      await cancel.mutateAsync(reason.trim())
      onOpenChange(false)
      toast.done(told > 0 ? `Called off. ${sayPeople(told)} will be told.` : 'Called off')
    } catch (error) {
      toast.failed(sayProblem(error))
    }
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Call it off?"
      description={
        told > 0
          ? `${sayPeople(told)} answered, and will be told at once. The page stays, marked as cancelled.`
          : 'Nobody has answered yet. The page stays, marked as cancelled.'
      }
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Keep it</Button>
          <Button variant="danger" pending={cancel.isPending} onClick={() => void confirm()}>
            Call it off
          </Button>
        </>
      }
    >
      <TextArea
        label="Why"
        optional
        hint="They read this."
        maxLength={1000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
    </Dialog>
  )
}
