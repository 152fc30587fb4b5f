import type { LibraryItem } from '@sharemyshows/contract/audio-library'
import { Link } from '@tanstack/react-router'
import { RotateCcw, Square } from 'lucide-react'
import { useCancelUpload } from '@/features/media/components/cancel-upload'
import { PlayButton } from '@/features/media/components/play-button'
import { UploadDeeds } from '@/features/media/components/upload-deeds'
import { UploadPreview } from '@/features/media/components/upload-preview'
import { useRetryRecording } from '@/features/media/recordings'
import type { Upload } from '@/features/media/upload-item'
import { sayState } from '@/features/media/upload-words'
import { useUploads } from '@/features/media/uploads'
import { useAnalyse, useCancelAnalysis } from '@/features/sound-lab/api'
import { type Arrival, preparingShare, sendingShare, wayOf } from '@/features/sound-lab/arrivals'
import { UploadRow } from '@/features/sound-lab/components/upload-row'
import { isAtWork } from '@/features/sound-lab/model'
import { titleOf } from '@/lib/media-words'
import { buttonStyles } from '@/ui/button'
import { IconButton } from '@/ui/icon-button'
import { playRecording } from '../../play-recording'

/** Recordings on their way from this device, then those that came last, each in one row from its first byte to its result. */
export function Arrivals({ items }: { items: readonly LibraryItem[] }) {
  const { cancel, question } = useCancelUpload()
  const uploads = useUploads().uploads.filter(({ kind }) => kind === 'audio' || kind === undefined)
  const known = new Map(items.map((item) => [item.audio.id, item]))
  const loose = uploads.filter(({ mediaId }) => mediaId === undefined || !known.has(mediaId))
  const sent = new Map(uploads.map((upload) => [upload.mediaId, upload]))
  return (
    <>
      <ul className="flex flex-col gap-3">
        {loose.toReversed().map((upload) => (
          <UploadRow
            key={upload.key}
            arrival={arrivalOf(upload)}
            item={undefined}
            lead={<Preview upload={upload} />}
            deeds={<UploadDeeds upload={upload} onCancel={cancel} />}
          />
        ))}
        {items.map((item) => {
          const { audio } = item
          const upload = sent.get(audio.id)
          // the row stays the same one while its file becomes a recording
          const key = upload?.key ?? audio.id
          const way = wayOf(item, upload?.state === 'preparing' ? upload.share : 0)
          return (
            <UploadRow
              key={key}
              arrival={{ key, name: titleOf(audio), audioId: audio.id, ...way }}
              item={item}
              lead={<PlayButton recording={audio} onPlay={() => playRecording(audio)} className="size-11" />}
              deeds={<ItemDeeds item={item} stage={way.stage} />}
            />
          )
        })}
      </ul>
      {question}
    </>
  )
}

function arrivalOf(upload: Upload): Arrival {
  const { key, name, state, sent, size, share, mediaId: audioId } = upload
  const base = { key, name, audioId, words: sayState(upload) }
  if (state === 'failed') return { ...base, stage: 'failed', share: sendingShare(sent / Math.max(1, size)) }
  if (state === 'done') return { ...base, stage: 'done', share: 1 }
  if (state === 'preparing') return { ...base, stage: 'preparing', share: preparingShare(share) }
  return { ...base, stage: 'sending', share: sendingShare(sent / Math.max(1, size)) }
}

function Preview({ upload }: { upload: Upload }) {
  return (
    <span className="flex size-11 shrink-0 items-center justify-center rounded-full bg-ink/8 text-soft [&_svg]:size-5">
      <UploadPreview upload={upload} />
    </span>
  )
}

type ItemDeedsProps = { item: LibraryItem; stage: Arrival['stage'] }

/** What can be done about one that has arrived: stop, try again, or see what was found. */
function ItemDeeds({ item: { audio, analysis }, stage }: ItemDeedsProps) {
  const analyse = useAnalyse()
  const stop = useCancelAnalysis()
  const prepare = useRetryRecording()
  const name = titleOf(audio)
  const { id } = audio
  if (isAtWork(analysis)) {
    return (
      <IconButton
        label={`Stop analysing ${name}`}
        icon={<Square />}
        disabled={stop.isPending}
        onClick={() => stop.mutate(id)}
      />
    )
  }
  if (stage === 'failed') {
    const again = () => (audio.state === 'failed' ? prepare.mutate(audio) : analyse.mutate({ id }))
    return (
      <IconButton
        label={`Try ${name} again`}
        icon={<RotateCcw />}
        disabled={prepare.isPending || analyse.isPending}
        onClick={again}
      />
    )
  }
  if (stage !== 'done') return null
  return (
    <Link to="/sound-lab/$audioId" params={{ audioId: id }} className={buttonStyles({ size: 'small' })}>
      Open
      <span className="sr-only"> what was found in {name}</span>
    </Link>
  )
}
