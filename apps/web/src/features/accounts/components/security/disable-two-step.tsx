import type { MfaKind } from '@sharemyshows/contract/mfa'
import { toast } from '@/ui/toast'
import { useDisableMfa } from '../../mfa-api'
import { AskPassword } from '../ask-password'

const WORDS = {
  email: {
    title: 'Turn off codes by e-mail?',
    description: 'Your authenticator app keeps asking for its code when you sign in.',
    confirm: 'Turn off codes by e-mail',
    done: 'Codes by e-mail are off',
  },
  totp: {
    title: 'Turn off the authenticator app?',
    description: 'Codes by e-mail stay on. The codes in your app are worthless from now on.',
    confirm: 'Turn off the app',
    done: 'The authenticator app is off',
  },
  all: {
    title: 'Disable MFA?',
    description:
      'Your password alone opens your account then. Codes and recovery codes are worthless from now on. You stay signed in.',
    confirm: 'Yes, Disable MFA',
    done: 'MFA is off',
  },
} as const

/** Asks before one second step, or all of them, are switched off. */
export function DisableTwoStep({ method, close }: { method: MfaKind | undefined; close: () => void }) {
  const disable = useDisableMfa()
  const { title, description, confirm, done } = WORDS[method ?? 'all']
  return (
    <AskPassword
      open
      onOpenChange={close}
      title={title}
      description={description}
      confirmLabel={confirm}
      cancelLabel="Keep it on"
      danger
      onPassword={async (password) => {
        await disable.mutateAsync({ password, ...(method && { method }) })
        toast.done(done)
      }}
    />
  )
}
