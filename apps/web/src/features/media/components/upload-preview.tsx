import type { MediaKind } from '@sharemyshows/contract/media'
import { AudioLines, Film, ImageIcon } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Upload } from '../upload-item'
import { fileOf } from '../uploads'

const ICONS: Readonly<Record<MediaKind, typeof Film>> = { photo: ImageIcon, audio: AudioLines, video: Film }

/** A file's own small picture, where this browser has its bytes and knows their format. */
export function UploadPreview({ upload }: { upload: Upload }) {
  const { key, kind = 'photo', state } = upload
  const url = useBytes(kind === 'audio' || state === 'unread' ? undefined : key)
  const [broken, setBroken] = useState(false)
  const Icon = ICONS[kind]
  if (url === undefined || broken) return <Icon aria-hidden />
  const common = { className: 'size-full object-cover', onError: () => setBroken(true) }
  // The fragment asks for a moment in which the picture is no longer black.
  if (kind === 'video') return <video {...common} src={`${url}#t=0.5`} muted playsInline preload="metadata" />
  return <img {...common} src={url} alt="" decoding="async" />
}

function useBytes(key: string | undefined): string | undefined {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (key === undefined) return
    let made: string | undefined
    let gone = false
    fileOf(key).then(
      (file) => {
        if (gone || file === undefined) return
        made = URL.createObjectURL(file)
        setUrl(made)
      },
      () => undefined,
    )
    return () => {
      gone = true
      if (made !== undefined) URL.revokeObjectURL(made)
      setUrl(undefined)
    }
  }, [key])
  return url
}
