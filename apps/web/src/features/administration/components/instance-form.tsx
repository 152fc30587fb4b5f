import type { Settings } from '@sharemyshows/contract/instance'
import { Controller, useForm } from 'react-hook-form'
import { showProblem } from '@/lib/form-problems'
import { Button } from '@/ui/button'
import { RadioCards } from '@/ui/radio-cards'
import { TextField } from '@/ui/text-field'
import { toast } from '@/ui/toast'
import { useChangeSettings } from '../api'

const REGISTRATION = [
  { value: 'open', label: 'Open', hint: 'Anybody who finds this server can make an account.' },
  { value: 'invitation', label: 'By invitation', hint: 'Only who has the link of an invitation can.' },
  { value: 'closed', label: 'Closed', hint: 'Nobody can, invitations included. Those who are here stay.' },
] as const
const ORGANIZERS = [
  { value: 'chosen', label: 'Their own choice', hint: 'Whoever says so is one at once.' },
  { value: 'on_request', label: 'On request', hint: 'They ask, you decide, and a mail tells them.' },
] as const

/** How this server is set up. */
export function InstanceForm({ settings }: { settings: Settings }) {
  const { name, registration, organizers } = settings
  const form = useForm({ values: { name, registration, organizers } })
  const { mutateAsync } = useChangeSettings()
  const { errors, isSubmitting, isDirty } = form.formState
  const submit = form.handleSubmit(async (values) => {
    try {
      await mutateAsync(values)
      toast.done('Saved, and in force now')
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <form onSubmit={submit} noValidate className="flex max-w-xl flex-col gap-8">
      <TextField
        label="Name of this server"
        hint="Said where somebody registers."
        error={errors.name?.message}
        {...form.register('name', { required: 'A name, please' })}
      />
      <Controller
        control={form.control}
        name="registration"
        render={({ field }) => (
          <RadioCards
            label="Who can make an account"
            options={REGISTRATION}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <Controller
        control={form.control}
        name="organizers"
        render={({ field }) => (
          <RadioCards
            label="How people become organisers"
            options={ORGANIZERS}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      {errors.root && (
        <p role="alert" className="text-14 text-danger">
          {errors.root.message}
        </p>
      )}
      <Button
        type="submit"
        variant="inverse"
        className="self-start"
        disabled={!isDirty}
        pending={isSubmitting}
      >
        Save
      </Button>
    </form>
  )
}
