import { Link } from '@tanstack/react-router'
import { CircleAlert } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { Progress } from '@/ui/progress'
import { isPending, type Upload } from '../upload-item'
import { sayState } from '../upload-words'
import { MediaRow } from './media-row'
import { UploadDeeds } from './upload-deeds'
import { UploadPreview } from './upload-preview'

type UploadRowProps = { upload: Upload; onCancel: (upload: Upload) => void }

/** A file on its way: its picture, how far it is or why it failed, and what can be done. */
export const UploadRow = memo(function UploadRow({ upload, onCancel }: UploadRowProps) {
  const { name, state } = upload
  const failed = state === 'failed'
  return (
    <MediaRow
      preview={
        failed ? <CircleAlert aria-hidden className="text-danger" /> : <UploadPreview upload={upload} />
      }
      name={name}
      detail={
        <>
          {sayState(upload)}
          {upload.full && <RoomLink />}
        </>
      }
      failed={failed}
      progress={<Bar upload={upload} />}
      actions={<UploadDeeds upload={upload} onCancel={onCancel} />}
    />
  )
})

function RoomLink() {
  return (
    <>
      {' '}
      <Link to="/settings/data" className="whitespace-nowrap text-accent underline">
        See what takes it
      </Link>
    </>
  )
}

function Bar({ upload }: { upload: Upload }): ReactNode {
  const { state, sent, size, share, name } = upload
  const bar = { label: `${name}: ${sayState(upload)}`, className: 'mt-1.5 h-1' }
  if (state === 'hashing' || state === 'preparing') return <Progress {...bar} value={share} />
  if (state === 'sending' || (isPending(upload) && sent > 0)) return <Progress {...bar} value={sent / size} />
  return null
}
