import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'
import { PasswordField } from '@/ui/password-field'
import { PasswordMeter } from './password-meter'

type NewPasswordFieldProps = ComponentProps<typeof PasswordField> & {
  /** What is typed so far (react-hook-form's `watch`). */
  typed: string
  /** Words of the person herself, which a guesser would try first. */
  known?: readonly string[]
}

/** A password being chosen, with its strength below. Give `validate: checkPassword` to the form. */
export function NewPasswordField({ typed, known, error, className, ...field }: NewPasswordFieldProps) {
  return (
    <PasswordField
      autoComplete="new-password"
      className={cn('min-h-36', className)}
      hint={error ? undefined : <PasswordMeter password={typed} {...(known && { known })} />}
      error={error}
      {...field}
    />
  )
}
