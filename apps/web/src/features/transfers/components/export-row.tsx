import type { Export } from '@sharemyshows/contract/exports'
import { CircleAlert, Download, FileArchive, FileClock, Trash2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { sayProblem } from '@/lib/problem'
import { buttonStyles } from '@/ui/button'
import { IconButton } from '@/ui/icon-button'
import { Progress } from '@/ui/progress'
import { toast } from '@/ui/toast'
import { useDropExport } from '../api'
import { isUnderWay, nameOf, sayExport } from '../model'

const ICONS: Record<Export['state'], ReactNode> = {
  waiting: <FileClock />,
  running: <FileClock />,
  ready: <FileArchive />,
  failed: <CircleAlert className="text-danger" />,
  expired: <FileClock />,
}

/** One copy: what it holds, how it stands, and what can be done with it. */
export function ExportRow({ copy }: { copy: Export }) {
  const { mutateAsync, isPending } = useDropExport()
  const busy = isUnderWay(copy)
  const name = nameOf(copy.format)
  const drop = async () => {
    try {
      await mutateAsync(copy.id)
    } catch (error) {
      toast.failed(sayProblem(error))
    }
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <span aria-hidden className="text-soft [&_svg]:size-6 [&_svg]:stroke-[1.5]">
        {ICONS[copy.state]}
      </span>
      <div className="min-w-0 flex-1 basis-28">
        <p className="font-medium text-14">{name}</p>
        <p className="text-14 text-soft tabular-nums">{sayExport(copy)}</p>
        {busy && <Progress label={`Making “${name}”`} value={copy.progress} className="mt-2" />}
      </div>
      <div className="flex items-center gap-1">
        {copy.url && (
          <a href={copy.url} download className={buttonStyles({ size: 'small' })}>
            <Download aria-hidden />
            Download
          </a>
        )}
        <IconButton
          label={busy ? `Stop making “${name}”` : `Delete “${name}”`}
          icon={busy ? <X /> : <Trash2 />}
          disabled={isPending}
          onClick={drop}
        />
      </div>
    </div>
  )
}
