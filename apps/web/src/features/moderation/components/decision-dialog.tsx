import type { ModerationAction, ModerationCase } from '@sharemyshows/contract/moderation'
import { type FormEvent, useState } from 'react'
import { sayProblem } from '@/lib/problem'
import { FormDialog } from '@/ui/form-dialog'
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
    <FormDialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={`What about this ${sayTarget(found.target).toLowerCase()}?`}
      onSubmit={submit}
      submit={choices.find(({ value }) => value === action)?.label ?? 'Decide'}
      dangerous={action === 'remove' || action === 'suspend'}
      pending={decision.isPending}
      disabled={!ready}
      problem={decision.isError ? sayProblem(decision.error) : undefined}
    >
      <RadioCards label="What to do" options={choices} value={action} onChange={setAction} />
      <TextArea
        label="Your reason"
        hint={action === 'dismiss' ? 'For the other moderators.' : 'Its owner reads it word for word.'}
        required
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  )
}
