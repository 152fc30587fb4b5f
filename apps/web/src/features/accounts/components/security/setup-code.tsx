import type { MfaKind } from '@sharemyshows/contract/mfa'
import { useRef, useState } from 'react'
import { useMediaQuery } from '@/lib/hooks'
import { Button } from '@/ui/button'
import { CodeInput } from '@/ui/code-input'
import { sayCodeProblem } from '../../code-problems'
import { useConfirmMfa } from '../../mfa-api'

const DIGITS = 6

/** The first code, which turns the second step on; a `code` that a mail brought waits for the button. */
export function SetupCode({ method, code: brought = '' }: { method: MfaKind; code?: string }) {
  const [code, setCode] = useState(brought)
  const [error, setError] = useState<string>()
  const confirm = useConfirmMfa()
  const precise = useMediaQuery('(pointer: fine)')
  const input = useRef<HTMLInputElement>(null)
  const submit = async (digits: string) => {
    if (confirm.isPending) return
    if (digits.length < DIGITS) return setError('All six digits, please')
    try {
      await confirm.mutateAsync(digits)
    } catch (failure) {
      setError(sayCodeProblem(failure, method))
      setCode('')
      input.current?.focus()
    }
  }
  return (
    <form
      noValidate
      className="mb-3 flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void submit(code)
      }}
    >
      <CodeInput
        ref={input}
        label={method === 'email' ? 'Code from the mail' : 'Code from the app'}
        value={code}
        onChange={(typed) => {
          setCode(typed)
          if (typed !== '') setError(undefined)
        }}
        onComplete={(digits) => void submit(digits)}
        // On a phone its keyboard would cover the picture.
        autoFocus={method === 'email' || precise}
        busy={confirm.isPending}
        error={error}
      />
      <Button type="submit" variant="inverse" size="large" pending={confirm.isPending}>
        Turn on and sign out everywhere
      </Button>
    </form>
  )
}
