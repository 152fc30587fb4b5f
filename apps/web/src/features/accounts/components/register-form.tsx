import { useForm } from 'react-hook-form'
import { showProblem } from '@/lib/form-problems'
import type { ApiProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/text-field'
import { useRegister } from '../api'
import { checkPassword } from '../password'
import { FormError } from './form-error'
import { NewPasswordField } from './new-password-field'

type Fields = { username: string; email: string; password: string }

/** Name, address and password of a new account; `onName` follows the name being typed. */
export function RegisterForm({ onName }: { onName: (name: string) => void }) {
  const form = useForm<Fields>({ defaultValues: { username: '', email: '', password: '' } })
  const create = useRegister()
  const { register, formState, watch } = form
  const { errors } = formState
  const submit = form.handleSubmit(async (fields) => {
    await create.mutateAsync(fields).catch((error) => showProblem(form, error, placeOf))
  })
  return (
    <form onSubmit={submit} noValidate>
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
          pattern: { value: /^\S+@\S+\.\S+$/, message: 'This does not look like an e-mail address' },
        })}
      />
      <NewPasswordField
        label="Password"
        typed={watch('password')}
        known={[watch('username'), watch('email')]}
        error={errors.password?.message}
        {...register('password', { validate: (password) => checkPassword(password) ?? true })}
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

// The server does not say which of the two it is, so that nobody can ask who is here.
function placeOf({ code }: ApiProblem) {
  if (code === 'password_too_common') {
    return [{ field: 'password', message: 'This one is easy to guess. Choose another.' }]
  }
  if (code !== 'identity_taken') return undefined
  return [
    { field: 'username', message: 'This name or this e-mail is already in use.' },
    { field: 'email', message: 'If it is yours, log in instead.' },
  ]
}
