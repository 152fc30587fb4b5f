import { useForm } from 'react-hook-form'
import { showProblem } from '@/lib/form-problems'
import { Button } from '@/ui/button'
import { FormError } from '@/ui/form-error'
import { SwitchField } from '@/ui/switch-field'
import { TextField } from '@/ui/text-field'
import { useRegister } from '../entrance-api'
import { kept } from '../kept'
import { checkPassword } from '../password'
import { placeOfRegistration, type RegistrationFields, toRegistration } from '../registration'
import { EMAIL } from './email-rule'
import { NewPasswordField } from './new-password-field'
import { RoleChoice } from './role-choice'

type RegisterFormProps = {
  /** Follows the name being typed. */
  onName: (name: string) => void
  /** Nobody gets in without an invitation. */
  byInvitation: boolean
  /** Organisers are granted it rather than choosing it. */
  onRequest: boolean
}

/** A new account: who one is, the password, and whether sign-ins take a second step. */
export function RegisterForm({ onName, byInvitation, onRequest }: RegisterFormProps) {
  const invitation = kept('invitation') ?? ''
  const form = useForm<RegistrationFields>({
    defaultValues: { username: '', email: '', password: '', role: 'attendee', enable_mfa: false, invitation },
  })
  const create = useRegister()
  const { register, formState, watch, setValue } = form
  const { errors } = formState
  const submit = form.handleSubmit(async (fields) => {
    await create
      .mutateAsync(toRegistration(fields))
      .catch((error) => showProblem(form, error, placeOfRegistration))
  })
  return (
    <form onSubmit={submit} noValidate>
      {(byInvitation || invitation) && (
        <TextField
          label="Invitation"
          hint="The link that you were sent, or the code in it."
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className="min-h-26"
          error={errors.invitation?.message}
          {...register('invitation', { required: byInvitation && 'One gets in by invitation here' })}
        />
      )}
      <TextField
        label="Username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        className="min-h-26"
        error={errors.username?.message}
        {...register('username', {
          required: 'Choose a name',
          minLength: { value: 2, message: 'At least 2 characters' },
          onChange: (event) => onName(event.target.value),
        })}
      />
      <TextField
        label="E-mail"
        type="email"
        inputMode="email"
        autoComplete="email"
        className="min-h-26"
        error={errors.email?.message}
        {...register('email', {
          required: 'An address, for the day you forget your password',
          pattern: EMAIL,
        })}
      />
      <NewPasswordField
        label="Password"
        typed={watch('password')}
        known={[watch('username'), watch('email')]}
        error={errors.password?.message}
        {...register('password', { validate: (password) => checkPassword(password) ?? true })}
      />
      <RoleChoice role={watch('role')} onChoose={(role) => setValue('role', role)} onRequest={onRequest} />
      <SwitchField
        label="Two-step sign-in"
        hint="Each sign-in asks for a code that we mail you. A stolen password alone opens nothing."
        className="mt-4"
        {...register('enable_mfa')}
      />
      <FormError message={errors.root?.message} />
      <Button
        type="submit"
        variant="inverse"
        size="large"
        className="mt-2 w-full"
        pending={formState.isSubmitting}
      >
        Create my account
      </Button>
    </form>
  )
}
