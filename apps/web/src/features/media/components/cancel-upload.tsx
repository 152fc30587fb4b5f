import { type ReactNode, useState } from 'react'
import { sayBytes } from '@/lib/sizes'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { isPending, type Upload } from '../upload-item'
import { PART_BYTES } from '../upload-part'
import { ask } from '../uploads'

/** Takes an upload off the list; what costs a part to send again is asked about first, by the question to be rendered. */
export function useCancelUpload(): { cancel: (upload: Upload) => void; question: ReactNode } {
  const [asking, setAsking] = useState<Upload>()
  const cancel = (upload: Upload) => {
    if (isPending(upload) && upload.sent >= PART_BYTES) setAsking(upload)
    else ask({ do: 'remove', keys: [upload.key] })
  }
  const question = (
    <ConfirmDialog
      open={asking !== undefined}
      onOpenChange={() => setAsking(undefined)}
      title="Cancel this upload?"
      description={`${sayBytes(asking?.sent ?? 0)} of ${asking?.name ?? 'it'} have left already. They would be sent again.`}
      confirmLabel="Cancel it"
      cancelLabel="Keep sending"
      onConfirm={() => ask({ do: 'remove', keys: asking ? [asking.key] : [] })}
    />
  )
  return { cancel, question }
}
