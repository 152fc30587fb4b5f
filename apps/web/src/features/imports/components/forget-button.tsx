import type { Import } from '@sharemyshows/contract/imports'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { sayProblem } from '@/lib/problem'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { IconButton } from '@/ui/icon-button'
import { toast } from '@/ui/toast'
import { useForget } from '../api'
import { forgetDecisions } from '../decisions'
import { nameOf } from '../model'

/** Takes an import out of the list; what it added stays. */
export function ForgetButton({ one, onForgotten }: { one: Import; onForgotten?: () => void }) {
  const [asking, setAsking] = useState(false)
  const { mutateAsync } = useForget()
  const name = nameOf(one)
  const forget = async () => {
    try {
      await mutateAsync(one.id)
    } catch (error) {
      toast.failed(sayProblem(error))
      throw error
    }
    forgetDecisions(one.id)
    onForgotten?.()
  }
  return (
    <>
      <IconButton label={`Delete “${name}”`} icon={<Trash2 />} onClick={() => setAsking(true)} />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Delete “${name}” from the list?`}
        description={
          one.undoable
            ? 'What it added stays in your diary, and can no longer be taken out as a whole.'
            : 'Its file and what was read of it go. Your diary stays as it is.'
        }
        confirmLabel="Delete it"
        onConfirm={forget}
      />
    </>
  )
}
