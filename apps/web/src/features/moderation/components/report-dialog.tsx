import type { ReportReason } from '@sharemyshows/contract/moderation'
import { type FormEvent, useId, useState } from 'react'
import { sayProblem } from '@/lib/problem'
import type { Reporting } from '@/lib/reporting'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { RadioCards } from '@/ui/radio-cards'
import { TextArea } from '@/ui/text-area'
import { toast } from '@/ui/toast'
import { useReport } from '../api'
import { REASONS } from '../words'

/** Asks what is wrong with a thing and tells the moderators. */
export function ReportDialog({
  about,
  open,
  onClose,
}: {
  about: Reporting
  open: boolean
  onClose: () => void
}) {
  const [reason, setReason] = useState<ReportReason>()
  const [note, setNote] = useState('')
  const report = useReport()
  const form = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason === undefined || report.isPending) return
    const said = { target: about.target, target_id: about.id, reason, note: note.trim() }
    report.mutate(said, {
      onSuccess: () => {
        onClose()
        setReason(undefined)
        setNote('')
        toast.done('Thank you. The moderators will look at it.')
      },
    })
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={`Report ${about.name}`}
      description="Only the moderators learn of it, and that it was you. You hear when they have decided."
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            form={form}
            variant="inverse"
            pending={report.isPending}
            disabled={reason === undefined}
          >
            Report
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-5">
        <RadioCards label="What is wrong" options={REASONS} value={reason} onChange={setReason} />
        <TextArea
          label="In your words"
          optional
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {report.isError && (
          <p role="alert" className="text-14 text-danger">
            {sayProblem(report.error)}
          </p>
        )}
      </form>
    </Dialog>
  )
}
