import type { ReportReason } from '@sharemyshows/contract/moderation'
import { type FormEvent, useState } from 'react'
import { sayProblem } from '@/lib/problem'
import type { Reporting } from '@/lib/reporting'
import { FormDialog } from '@/ui/form-dialog'
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
    <FormDialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={`Report ${about.name}`}
      description="Only the moderators learn of it, and that it was you. You hear when they have decided."
      onSubmit={submit}
      submit="Report"
      pending={report.isPending}
      disabled={reason === undefined}
      problem={report.isError ? sayProblem(report.error) : undefined}
    >
      <RadioCards label="What is wrong" options={REASONS} value={reason} onChange={setReason} />
      <TextArea
        label="In your words"
        optional
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  )
}
