import { OTPInput, REGEXP_ONLY_DIGITS, type SlotProps } from 'input-otp'
import type { Ref } from 'react'
import { cn } from '@/lib/cn'
import { Field, type FieldText } from './field'

const DIGITS = 6

type CodeInputProps = FieldText & {
  value: string
  onChange: (code: string) => void
  /** All six digits are there, typed, pasted or filled in by the system. */
  onComplete?: (code: string) => void
  /** The code is being looked at; what is typed meanwhile is not taken. */
  busy?: boolean
  autoFocus?: boolean
  ref?: Ref<HTMLInputElement>
}

/** A six-digit code, one box a digit. It is one input: paste, autofill from a message and arrows work as in any other. */
export function CodeInput({
  value,
  onChange,
  onComplete,
  busy = false,
  autoFocus,
  ref,
  ...text
}: CodeInputProps) {
  return (
    <Field {...text}>
      {(wiring) => (
        <OTPInput
          {...wiring}
          ref={ref}
          name="code"
          maxLength={DIGITS}
          pattern={REGEXP_ONLY_DIGITS}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus={autoFocus}
          value={value}
          onChange={onChange}
          onComplete={onComplete}
          readOnly={busy}
          // "482 913" and "code: 482913" are codes, too.
          pasteTransformer={(pasted) => pasted.replace(/\D/g, '')}
          pushPasswordManagerStrategy="none"
          noScriptCSSFallback={null}
          render={({ slots, isFocused }) => (
            <span aria-hidden className="grid grid-cols-6 gap-2">
              {slots.map((slot, place) => (
                <Box
                  // biome-ignore lint/suspicious/noArrayIndexKey: a box is its place
                  key={place}
                  {...slot}
                  active={isFocused && slot.isActive}
                  invalid={wiring['aria-invalid'] === true}
                  busy={busy}
                />
              ))}
            </span>
          )}
        />
      )}
    </Field>
  )
}

type BoxProps = SlotProps & { active: boolean; invalid: boolean; busy: boolean }

function Box({ char, hasFakeCaret, active, invalid, busy }: BoxProps) {
  return (
    <span
      className={cn(
        'grid h-14 place-items-center rounded-control border bg-surface font-display font-semibold text-28 tabular-nums',
        'transition-[border-color,box-shadow,opacity] duration-feedback',
        invalid ? 'border-danger' : 'border-edge',
        active && (invalid ? 'ring-1 ring-danger' : 'border-accent ring-1 ring-accent'),
        busy && 'opacity-60',
      )}
    >
      {char}
      {hasFakeCaret && <span className="h-7 w-px animate-pulse bg-ink motion-reduce:animate-none" />}
    </span>
  )
}
