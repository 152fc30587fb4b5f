import { Eye, EyeOff } from 'lucide-react'
import { type ComponentProps, useState } from 'react'
import { cn } from '@/lib/cn'
import { controlStyles, Field, type FieldText } from './field'
import { IconButton } from './icon-button'

type PasswordFieldProps = Omit<ComponentProps<'input'>, 'id' | 'type'> & FieldText

/** A password that can be shown while typing. Give `autoComplete`: "current-password" or "new-password". */
export function PasswordField({ label, hint, error, optional, className, ...input }: PasswordFieldProps) {
  const [shown, setShown] = useState(false)
  return (
    <Field {...{ label, hint, error, optional, className }}>
      {(wiring) => (
        <span className="relative block">
          <input
            type={shown ? 'text' : 'password'}
            autoCapitalize="none"
            spellCheck={false}
            className={cn(controlStyles, 'pr-12')}
            {...input}
            {...wiring}
          />
          <IconButton
            label={shown ? 'Hide the password' : 'Show the password'}
            icon={shown ? <EyeOff /> : <Eye />}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
            className="absolute top-0 right-0"
          />
        </span>
      )}
    </Field>
  )
}
