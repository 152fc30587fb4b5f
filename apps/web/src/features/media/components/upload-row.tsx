import { CircleAlert, ImageIcon, RotateCcw, X } from 'lucide-react'
import { memo, useEffect, useState } from 'react'
import { sayBytes } from '@/lib/sizes'
import { IconButton } from '@/ui/icon-button'
import { Progress } from '@/ui/progress'
import type { Upload } from '../upload-queue'
import { MediaRow } from './media-row'

type UploadRowProps = { upload: Upload; onRetry: (key: string) => void; onRemove: (key: string) => void }

/** A file on its way: its picture, how far it is or why it failed, and what can be done. */
export const UploadRow = memo(function UploadRow({ upload, onRetry, onRemove }: UploadRowProps) {
  const { key, file, state, sent, hopeless } = upload
  const failed = state === 'failed'
  return (
    <MediaRow
      preview={failed ? <CircleAlert aria-hidden className="text-danger" /> : <Preview file={file} />}
      name={file.name}
      detail={sayState(upload)}
      failed={failed}
      progress={
        state === 'sending' && <Progress label={`Sending ${file.name}`} value={sent} className="mt-1.5 h-1" />
      }
      actions={
        <>
          {failed && !hopeless && (
            <IconButton label={`Try ${file.name} again`} icon={<RotateCcw />} onClick={() => onRetry(key)} />
          )}
          <IconButton
            label={failed ? `Take ${file.name} off the list` : `Cancel ${file.name}`}
            icon={<X />}
            onClick={() => onRemove(key)}
          />
        </>
      }
    />
  )
})

function sayState({ state, sent, reason, file }: Upload): string {
  if (state === 'failed') return reason ?? 'That did not work.'
  if (state === 'waiting') return reason ?? 'Waiting'
  return sent < 1 ? `${Math.round(sent * 100)} % of ${sayBytes(file.size)}` : 'Checking'
}

/** The file's own picture, where the browser knows its format. */
function Preview({ file }: { file: File }) {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  if (url === undefined) return <ImageIcon aria-hidden />
  return (
    <img
      src={url}
      alt=""
      decoding="async"
      loading="lazy"
      className="size-full object-cover"
      onError={() => setUrl(undefined)}
    />
  )
}
