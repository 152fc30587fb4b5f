import type { Import } from '@sharemyshows/contract/imports'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { toast } from '@/ui/toast'
import { useUndo } from '../api'
import { sayAll, sayCount, sayExtras } from '../model'

/** Takes out all that an import added, after a question that says what that is. */
export function UndoButton({ one }: { one: Import }) {
  const [asking, setAsking] = useState(false)
  const { mutateAsync } = useUndo(one.id)
  const shows = one.outcomes.added > 0 ? sayCount(one.outcomes.added, 'show') : ''
  const all = sayAll([shows, sayExtras(one.extras, 'added')].filter(Boolean))
  const undo = async () => {
    try {
      await mutateAsync(undefined)
    } catch (error) {
      toast.failed(sayProblem(error))
      throw error
    }
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>
        <Undo2 aria-hidden />
        Undo the whole import
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Undo the whole import?"
        description={`${all || 'All that it added'} will be taken out of your diary. Shows to which you added something of your own since, such as a photo or a note, stay.`}
        confirmLabel="Undo it"
        cancelLabel="Keep them"
        onConfirm={undo}
      />
    </>
  )
}
