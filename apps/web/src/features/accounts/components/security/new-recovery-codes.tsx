import { useState } from 'react'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { useMakeCodes } from '../../mfa-api'
import { usePasswordStep } from '../password-step'
import { RecoveryCodes } from './recovery-codes'

/** Asks for the password, then shows ten new codes once. */
export function NewRecoveryCodes({ close }: { close: () => void }) {
  const [codes, setCodes] = useState<readonly string[]>()
  const { mutateAsync } = useMakeCodes()
  const ask = usePasswordStep({
    confirmLabel: 'Make new codes',
    onCancel: close,
    onPassword: async (password) => setCodes(await mutateAsync(password)),
  })
  if (!codes) {
    return (
      <Dialog
        open
        onOpenChange={close}
        title="Make new recovery codes?"
        description="You get ten new ones. The old ones stop working at once."
        footer={ask.footer}
      >
        {ask.body}
      </Dialog>
    )
  }
  return (
    <Dialog
      open
      onOpenChange={close}
      insists
      title="Your new recovery codes"
      description="Each lets you in once when you cannot get a code. You see them only now."
      footer={
        <Button variant="inverse" onClick={close}>
          I have kept them
        </Button>
      }
    >
      <RecoveryCodes codes={codes} />
    </Dialog>
  )
}
