import { FolderOpen } from 'lucide-react'
import { toast } from '@/ui/toast'
import { acceptOf, KINDS } from '../upload-formats'
import { isSameFile, type Upload } from '../upload-item'
import { ask } from '../uploads'

/** Asks for the file of an upload whose bytes this browser does not have; no other will do. */
export function PickAgain({ upload }: { upload: Upload }) {
  const take = (file: File | undefined) => {
    if (file === undefined) return
    if (isSameFile(file, upload)) ask({ do: 'give', key: upload.key, file })
    else toast.failed(`That is another file. Choose ${upload.name} as it was.`)
  }
  return (
    <label
      title={`Choose ${upload.name} again`}
      className="inline-flex size-11 shrink-0 cursor-pointer items-center justify-center rounded-control text-accent transition-colors duration-feedback hover:bg-ink/8 has-focus-visible:outline-2 has-focus-visible:outline-focus [&_svg]:size-5"
    >
      <FolderOpen aria-hidden />
      <span className="sr-only">Choose {upload.name} again</span>
      <input
        type="file"
        accept={acceptOf(upload.kind ? [upload.kind] : KINDS)}
        className="sr-only"
        onChange={(event) => take(event.target.files?.[0])}
      />
    </label>
  )
}
