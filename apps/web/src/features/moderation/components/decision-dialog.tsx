import type { ModerationAction, ModerationCase } from '@sharemyshows/contract/moderation'
import { type FormEvent, useId, useState } from 'react'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { RadioCards } from '@/ui/radio-cards'
import { TextArea } from '@/ui/text-area'
import { toast } from '@/ui/toast'
import { useDecision } from '../api'
import { choicesOf, DECIDED, sayTarget } from '../words'

type DecisionDialogProps = { found: ModerationCase; open: boolean; onClose: () => void }

/** Asks what is to be done about a case, and why. */
export function DecisionDialog({ found, open, onClose }: DecisionDialogProps) {
  const choices = choicesOf(found)
  const [action, setAction] = useState<ModerationAction>()
  const [reason, setReason] = useState('')
  const decision = useDecision()
  const form = useId()
  const ready = action !== undefined && reason.trim() !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!ready || decision.isPending) return
    decision.mutate(
      { id: found.id, action, reason: reason.trim() },
      {
        onSuccess: () => {
          onClose()
          toast.done(DECIDED[action])
        },
      },
    )
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={`What about this ${sayTarget(found.target).toLowerCase()}?`}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            form={form}
            variant={action === 'remove' || action === 'suspend' ? 'danger' : 'inverse'}
            pending={decision.isPending}
            disabled={!ready}
          >
            {choices.find(({ value }) => value === action)?.label ?? 'Decide'}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-5">
        <RadioCards label="What to do" options={choices} value={action} onChange={setAction} />
        <TextArea
          label="Your reason"
          hint={action === 'dismiss' ? 'For the other moderators.' : 'Its owner reads it word for word.'}
          required
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {decision.isError && (
          <p role="alert" className="text-14 text-danger">
            {sayProblem(decision.error)}
          </p>
        )}
      </form>
    </Dialog>
  )
}
