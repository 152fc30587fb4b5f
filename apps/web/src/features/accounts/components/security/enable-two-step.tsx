import type { MfaKind } from '@sharemyshows/contract/mfa'
import { useState } from 'react'
import { Dialog } from '@/ui/dialog'
import { resendSetupCode, useBeginMfa } from '../../mfa-api'
import { useSession } from '../../session'
import { usePasswordStep } from '../password-step'
import { ResendButton } from '../resend-button'
import { ScanKey } from './scan-key'
import { SetupCode } from './setup-code'

/** Which way; with the code already, when the button of the mail led here. */
export type Beginning = { method: MfaKind; code?: string }

type Begun = { at: 'mailed'; wait: number; code?: string } | { at: 'scan'; secret: string; uri: string }

const ASK: Record<MfaKind, { title: string; description: string; confirmLabel: string }> = {
  email: {
    title: 'Codes by e-mail',
    description:
      'Each time you sign in we mail you six digits; the first ones come now. Turning it on signs you out everywhere.',
    confirmLabel: 'Mail me a code',
  },
  totp: {
    title: 'Authenticator app',
    description:
      'An app on your phone shows a new code every half minute. You scan a picture with it once. Turning it on signs you out everywhere.',
    confirmLabel: 'Continue',
  },
}

/** Switches a second step on: password, then the first code; what follows is the page of the recovery codes. */
export function EnableTwoStep({ from, close }: { from: Beginning; close: () => void }) {
  const [begun, setBegun] = useState<Begun | undefined>(
    from.code === undefined ? undefined : { at: 'mailed', wait: 0, code: from.code },
  )
  const { user } = useSession()
  const { mutateAsync } = useBeginMfa()
  const { title, description, confirmLabel } = ASK[from.method]
  const ask = usePasswordStep({
    confirmLabel,
    onCancel: close,
    onPassword: async (password) => {
      const { resend_in = 0, totp } = await mutateAsync({ method: from.method, password })
      setBegun(totp ? { at: 'scan', ...totp } : { at: 'mailed', wait: resend_in })
    },
  })
  if (!begun) {
    return (
      <Dialog open onOpenChange={close} title={title} description={description} footer={ask.footer}>
        {ask.body}
      </Dialog>
    )
  }
  if (begun.at === 'scan') {
    return (
      <Dialog
        open
        onOpenChange={close}
        title="Scan, then type the code"
        description="Scan this with your authenticator app. It then shows six digits."
      >
        <ScanKey secret={begun.secret} uri={begun.uri} />
        <SetupCode method="totp" />
      </Dialog>
    )
  }
  return (
    <Dialog
      open
      onOpenChange={close}
      title="Check your mail"
      description={`We sent six digits to ${user?.email ?? 'your address'}. They are good for 10 minutes.`}
    >
      <SetupCode method="email" {...(begun.code && { code: begun.code })} />
      <ResendButton
        label="Send another code"
        wait={begun.wait}
        done="Another code is on its way"
        send={resendSetupCode}
      />
    </Dialog>
  )
}
