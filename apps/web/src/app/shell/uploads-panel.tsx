import { Link } from '@tanstack/react-router'
import { ChevronDown } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { UploadHead } from '@/features/media/components/upload-head'
import { UploadTray } from '@/features/media/components/upload-tray'
import type { Snapshot } from '@/features/media/upload-commands'
import { summarise } from '@/features/media/upload-line'
import { sayAll } from '@/features/media/upload-words'
import { useShow } from '@/features/shows/api'
import { useMediaQuery } from '@/lib/hooks'
import { IconButton } from '@/ui/icon-button'
import { Sheet } from '@/ui/sheet'

type UploadsPanelProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Somebody has opened it and wants to be in it; otherwise it only shows itself. */
  wanted: boolean
  snapshot: Snapshot
}

/** The tray of uploads: a drawer on phones; beside the page elsewhere, which goes on being used meanwhile. */
export function UploadsPanel({ open, onOpenChange, wanted, snapshot }: UploadsPanelProps) {
  const wide = useMediaQuery('(min-width: 40rem)')
  const title = sayAll(summarise(snapshot.uploads)) || 'Uploads'
  const close = () => onOpenChange(false)
  const inside = (
    <>
      <UploadHead snapshot={snapshot} />
      <UploadTray
        uploads={snapshot.uploads}
        heading={(showId) => {
          const onOpen = wide ? undefined : close
          return showId === null ? <LabHeading onOpen={onOpen} /> : <ShowHeading {...{ showId, onOpen }} />
        }}
      />
    </>
  )
  if (!wide) {
    return (
      <Sheet open={open} onOpenChange={onOpenChange} title={title}>
        <div className="-mx-3">{inside}</div>
      </Sheet>
    )
  }
  return open ? (
    <Docked title={title} wanted={wanted} onClose={close}>
      {inside}
    </Docked>
  ) : null
}

type DockedProps = { title: string; wanted: boolean; onClose: () => void; children: React.ReactNode }

function Docked({ title, wanted, onClose, children }: DockedProps) {
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (wanted) head.current?.focus()
  }, [wanted])
  return (
    <section
      aria-label="Uploads"
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
      className="flex max-h-[min(36rem,70dvh)] w-96 flex-col overflow-hidden rounded-card bg-surface shadow-float"
    >
      <header className="flex items-center pt-2 pr-2 pl-6">
        <h2 ref={head} tabIndex={-1} className="min-w-0 flex-1 truncate text-16 tabular-nums">
          {title}
        </h2>
        <IconButton label="Fold the uploads away" icon={<ChevronDown />} onClick={onClose} />
      </header>
      <div className="min-h-0 overflow-y-auto px-3 pb-2">{children}</div>
    </section>
  )
}

const HEADING = 'min-h-8 px-3 font-medium font-text text-12 text-soft'
const HEADING_LINK =
  'inline-flex min-h-8 max-w-full items-center truncate hover:text-ink pointer-coarse:min-h-11'

/** Above recordings of no show: the way to where they are followed. */
function LabHeading({ onOpen }: { onOpen: (() => void) | undefined }) {
  return (
    <h3 className={HEADING}>
      <Link to="/sound-lab/upload" onClick={onOpen} className={HEADING_LINK}>
        Sound Lab
      </Link>
    </h3>
  )
}

/** What the show is called, and the way to it. */
function ShowHeading({ showId, onOpen }: { showId: string; onOpen: (() => void) | undefined }) {
  const { data: show } = useShow(showId)
  return (
    <h3 className={HEADING}>
      <Link to="/shows/$showId" params={{ showId }} onClick={onOpen} className={HEADING_LINK}>
        {show ? `${show.artist_name} · ${show.venue_name}` : 'A show'}
      </Link>
    </h3>
  )
}
