import type { MfaMethod } from '@sharemyshows/contract/mfa-required'
import { type FormEvent, useRef, useState } from 'react'
import { ApiProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { CodeInput } from '@/ui/code-input'
import { TextField } from '@/ui/text-field'
import { sayCodeProblem } from '../code-problems'
import { useVerifyCode } from '../entrance-api'
import type { SecondStep } from '../second-step'
import { isRunOut } from '../use-second-step'

type SecondStepFormProps = {
  step: SecondStep
  method: MfaMethod
  /** The sign-in has run out and begins again with the password. */
  onRunOut: () => void
}

/** Takes the code of a sign-in. Six digits typed or pasted are tried at once; those of a mail's button wait for a press. */
export function SecondStepForm({ step, method, onRunOut }: SecondStepFormProps) {
  const [code, setCode] = useState(method === 'email' ? (step.code ?? '') : '')
  const [problem, setProblem] = useState<string>()
  const input = useRef<HTMLInputElement>(null)
  const verify = useVerifyCode()
  const type = (typed: string) => {
    setCode(typed)
    if (typed !== '') setProblem(undefined)
  }
  const send = async (typed: string) => {
    if (verify.isPending) return
    setProblem(undefined)
    try {
      await verify.mutateAsync({ ...step.who, code: typed, method })
    } catch (error) {
      if (isRunOut(error)) return onRunOut()
      setProblem(sayCodeProblem(error, method))
      if (method !== 'recovery' && isRefusal(error)) setCode('')
      input.current?.focus()
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (method !== 'recovery' && code.length < 6) setProblem('All six digits, please')
    else if (code.trim() === '') setProblem('One of your recovery codes, please')
    else void send(code)
  }
  const field = { ref: input, autoFocus: true, error: problem, className: 'min-h-26' }
  return (
    <form onSubmit={submit} noValidate>
      {method === 'recovery' ? (
        <TextField
          {...field}
          label="Recovery code"
          hint="Each of them works once."
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={code}
          onChange={(event) => type(event.target.value)}
        />
      ) : (
        <CodeInput
          {...field}
          label="Six-digit code"
          value={code}
          onChange={type}
          onComplete={(typed) => void send(typed)}
          busy={verify.isPending}
        />
      )}
      <Button type="submit" variant="inverse" size="large" className="mt-4 w-full" pending={verify.isPending}>
        Complete login
      </Button>
    </form>
  )
}

// What was typed stays when nobody has looked at it, as when there is no network.
const isRefusal = (error: unknown): boolean =>
  error instanceof ApiProblem && error.status >= 400 && error.status < 500
