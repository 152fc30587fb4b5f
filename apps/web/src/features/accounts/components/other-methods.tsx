import type { MfaMethod } from '@sharemyshows/contract/mfa-required'
import { KeyRound, Mail, Smartphone } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/ui/button'

const WAYS: Record<MfaMethod, { icon: ReactNode; label: string }> = {
  email: { icon: <Mail aria-hidden />, label: 'Send a code by e-mail' },
  totp: { icon: <Smartphone aria-hidden />, label: 'Use the authenticator app' },
  recovery: { icon: <KeyRound aria-hidden />, label: 'Use a recovery code' },
}

type OtherMethodsProps = {
  methods: readonly MfaMethod[]
  chosen: MfaMethod
  onChoose: (method: MfaMethod) => void
}

/** The other ways to prove the second step that this account has. */
export function OtherMethods({ methods, chosen, onChoose }: OtherMethodsProps) {
  return methods
    .filter((method) => method !== chosen)
    .map((method) => (
      <Button key={method} variant="ghost" className="-ml-4 self-start" onClick={() => onChoose(method)}>
        {WAYS[method].icon}
        {WAYS[method].label}
      </Button>
    ))
}
