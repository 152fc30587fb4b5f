import type { Revision } from '@sharemyshows/contract/history'
import { GitMerge, Undo2, UserRound } from 'lucide-react'
import { useState } from 'react'
import { timeIn } from '@/lib/dates'
import { smallPicture } from '@/lib/picture'
import { sayProblem } from '@/lib/problem'
import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { toast } from '@/ui/toast'
import { usePutBack } from '../api'
import { sayAuthor, sayDeed, sayLoss } from '../model'
import { ChangeLine } from './change-line'

type RevisionItemProps = { showId: string; revision: Revision; canPutBack: boolean }

/** One change: who, what, when, what it said before and since, and the way back. */
export function RevisionItem({ showId, revision, canPutBack }: RevisionItemProps) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <li className="relative grid grid-cols-[2.25rem_minmax(0,1fr)] gap-x-4 pb-8 last:pb-2">
      <span aria-hidden className="absolute top-10 bottom-1 left-[1.0625rem] w-px bg-line" />
      <Face revision={revision} />
      <article className="min-w-0">
        <header className="flex min-h-9 flex-wrap items-center justify-between gap-x-4">
          <p className="wrap-anywhere min-w-0 text-14">
            <span className="font-medium">{sayAuthor(revision)}</span> {sayDeed(revision)}
          </p>
          <time dateTime={revision.created_at} className="text-12 text-soft tabular-nums">
            {timeIn(zone, revision.created_at)}
          </time>
        </header>
        <dl className="mt-1 divide-y divide-line">
          {revision.changes.map((change) => (
            <ChangeLine key={change.field} change={change} />
          ))}
        </dl>
        {canPutBack && <PutBack showId={showId} revision={revision} />}
      </article>
    </li>
  )
}

function Face({ revision: { author, kind, by } }: { revision: Revision }) {
  if (author !== null && by === 'person')
    return <Avatar name={author.display_name ?? author.username} src={smallPicture(author)} size={36} />
  return (
    <span
      aria-hidden
      className="grid size-9 place-items-center rounded-full bg-raised text-soft ring-1 ring-line ring-inset [&_svg]:size-4"
    >
      {kind === 'merge' ? <GitMerge /> : <UserRound />}
    </span>
  )
}

function PutBack({ showId, revision }: { showId: string; revision: Revision }) {
  const [asking, setAsking] = useState(false)
  const putBack = usePutBack(showId)
  const loss = sayLoss(revision.changes)
  const act = async () => {
    try {
      await putBack.mutateAsync(revision.id)
      toast.done('Put back as it was')
    } catch (error) {
      toast.failed(sayProblem(error))
      throw error
    }
  }
  // What went wrong has been said.
  const atOnce = () => act().catch(() => undefined)
  return (
    <>
      <Button
        size="small"
        variant="ghost"
        className="mt-1 -ml-3"
        pending={putBack.isPending}
        onClick={loss === null ? atOnce : () => setAsking(true)}
      >
        <Undo2 aria-hidden />
        Put back
        <span className="sr-only">what was before: {sayDeed(revision)}</span>
      </Button>
      {loss !== null && (
        <ConfirmDialog
          open={asking}
          onOpenChange={setAsking}
          title="Put it back as it was?"
          description={`${loss} It stays in the history.`}
          confirmLabel="Put back"
          cancelLabel="Leave it"
          onConfirm={act}
        />
      )}
    </>
  )
}
