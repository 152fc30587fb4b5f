import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'
import { controlStyles, Field, type FieldText } from './field'

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'id'> & FieldText

/** Several lines; grows with what is typed where the browser can. */
export function TextArea({ label, hint, error, optional, className, ...input }: TextAreaProps) {
  return (
    <Field {...{ label, hint, error, optional, className }}>
      {(wiring) => (
        <textarea
          rows={3}
          className={cn(controlStyles, 'field-sizing-content max-h-80 resize-y py-2.5 leading-6')}
          {...input}
          {...wiring}
        />
      )}
    </Field>
  )
}
