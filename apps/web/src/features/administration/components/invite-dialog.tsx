import type { NewInvitation } from '@sharemyshows/contract/invitations'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { showProblem } from '@/lib/form-problems'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { FormDialog } from '@/ui/form-dialog'
import { Segmented } from '@/ui/segmented'
import { SelectField } from '@/ui/select-field'
import { TextField } from '@/ui/text-field'
import { useInvite } from '../api'
import { InvitationLink } from './invitation-link'

type InviteDialogProps = { open: boolean; onOpenChange: (open: boolean) => void }

const ROLES = [
  { value: 'attendee', label: 'Attendee' },
  { value: 'organizer', label: 'Organiser' },
] as const
const DAYS = [1, 3, 7, 14, 30, 90].map((days) => ({
  value: String(days),
  label: days === 1 ? '1 day' : `${days} days`,
}))
const EMPTY = { email: '', role: 'attendee' as 'attendee' | 'organizer', days: '14' }

/** Makes an invitation, then shows its link, which can be seen this once. */
export function InviteDialog({ open, onOpenChange }: InviteDialogProps) {
  const [made, setMade] = useState<NewInvitation>()
  const form = useForm({ defaultValues: EMPTY })
  const { mutateAsync } = useInvite()
  const { errors, isSubmitting } = form.formState
  const close = (next: boolean) => {
    onOpenChange(next)
    if (next) return
    setMade(undefined)
    form.reset(EMPTY)
  }
  const submit = form.handleSubmit(async ({ email, role, days }) => {
    try {
      setMade(await mutateAsync({ role, days: Number(days), ...(email.trim() && { email: email.trim() }) }))
    } catch (error) {
      showProblem(form, error)
    }
  })
  if (made !== undefined) {
    return (
      <Dialog
        open={open}
        onOpenChange={close}
        insists
        title="The invitation is ready"
        footer={
          <Button variant="inverse" onClick={() => close(false)}>
            Done
          </Button>
        }
      >
        <InvitationLink invitation={made} />
      </Dialog>
    )
  }
  return (
    <FormDialog
      open={open}
      onOpenChange={close}
      title="Invite somebody"
      description="A link that lets one person make an account, once."
      onSubmit={submit}
      submit="Make the invitation"
      pending={isSubmitting}
      problem={errors.root?.message}
    >
      <TextField
        label="E-mail"
        optional
        type="email"
        autoComplete="off"
        hint="With an address, the link is mailed there and works for nobody else."
        error={errors.email?.message}
        {...form.register('email')}
      />
      <Controller
        control={form.control}
        name="role"
        render={({ field }) => (
          <div className="flex flex-col gap-1.5">
            <span aria-hidden className="font-medium text-14">
              Invited as
            </span>
            <Segmented label="Invited as" options={ROLES} value={field.value} onChange={field.onChange} />
          </div>
        )}
      />
      <SelectField label="Works for" options={DAYS} {...form.register('days')} />
    </FormDialog>
  )
}
