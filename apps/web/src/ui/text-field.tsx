import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'
import { controlStyles, Field, type FieldText } from './field'

type TextFieldProps = Omit<ComponentProps<'input'>, 'id'> & FieldText

/** One line of text. Spread react-hook-form's `register(…)` into it. */
export function TextField({ label, hint, error, optional, className, ...input }: TextFieldProps) {
  return (
    <Field {...{ label, hint, error, optional, className }}>
      {(wiring) => <input type="text" className={cn(controlStyles)} {...input} {...wiring} />}
    </Field>
  )
}
