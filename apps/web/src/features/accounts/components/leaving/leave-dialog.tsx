import { Controller, useForm } from 'react-hook-form'
import { showProblem } from '@/lib/form-problems'
import { FormDialog } from '@/ui/form-dialog'
import { PasswordField } from '@/ui/password-field'
import { RadioCards } from '@/ui/radio-cards'
import { TextField } from '@/ui/text-field'
import { useLeave } from '../../leaving-api'
import { placeOfPassword } from '../../password-asked'

const WHEN = [
  {
    value: 'later',
    label: 'In 14 days',
    hint: 'Nobody else sees you from now on. Log in within 14 days, and you can keep everything.',
  },
  { value: 'now', label: 'Right now', hint: 'Nobody can bring it back.' },
] as const

type LeaveDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  username: string
  /** Leaves the dialog for the copies. */
  onExport: () => void
}

/** The last question: when, with the password; for “now” the username, too. */
export function LeaveDialog({ open, onOpenChange, username, onExport }: LeaveDialogProps) {
  const form = useForm({ defaultValues: { when: 'later' as 'now' | 'later', typed: '', password: '' } })
  const { mutateAsync } = useLeave()
  const { errors, isSubmitting } = form.formState
  const now = form.watch('when') === 'now'
  const change = (next: boolean) => {
    if (!next) form.reset()
    onOpenChange(next)
  }
  const submit = form.handleSubmit(async ({ when, password }) => {
    try {
      await mutateAsync({ when, password })
    } catch (error) {
      showProblem(form, error, placeOfPassword('password'))
    }
  })
  const isName = (typed: string) => typed.trim().toLowerCase() === username.toLowerCase()
  return (
    <FormDialog
      open={open}
      onOpenChange={change}
      title="Delete your account?"
      description={
        <>
          You will be signed out everywhere.{' '}
          <button
            type="button"
            className="text-accent hover:underline"
            onClick={() => {
              change(false)
              onExport()
            }}
          >
            Take a copy first
          </button>
        </>
      }
      onSubmit={submit}
      submit={now ? 'Delete everything now' : 'Delete in 14 days'}
      cancel="Stay"
      dangerous
      pending={isSubmitting}
      problem={errors.root?.message}
    >
      <Controller
        control={form.control}
        name="when"
        render={({ field }) => (
          <RadioCards label="When?" options={WHEN} value={field.value} onChange={field.onChange} />
        )}
      />
      {now && (
        <TextField
          label={`Type ${username} to confirm`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={errors.typed?.message}
          {...form.register('typed', {
            validate: (typed) => isName(typed) || `Type ${username}, as it stands above`,
            shouldUnregister: true,
          })}
        />
      )}
      <PasswordField
        label="Your password"
        autoComplete="current-password"
        error={errors.password?.message}
        {...form.register('password', { required: 'Your password, please' })}
      />
    </FormDialog>
  )
}
