import { cn } from '@/lib/cn'
import { Button } from '@/ui/button'
import { Progress } from '@/ui/progress'
import { isPending, type Upload, type UploadQueue } from '../upload-queue'
import { UploadRow } from './upload-row'

/** The files of a show that are on their way or have failed; nothing when there are none. */
export function UploadTray({ uploads, queue }: { uploads: readonly Upload[]; queue: UploadQueue }) {
  const listed = uploads.filter(({ state }) => state !== 'done')
  if (listed.length === 0) return null
  const pending = uploads.filter(isPending)
  const failed = uploads.filter(({ state }) => state === 'failed')
  const again = failed.filter(({ hopeless }) => !hopeless)
  return (
    <section
      aria-label="Uploads"
      className="overflow-hidden rounded-card bg-surface light:ring-1 light:ring-line"
    >
      {/* One file that failed says all by itself. */}
      <header
        className={cn(
          'flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1.5 pr-2 pl-4',
          pending.length === 0 && listed.length === 1 && 'sr-only',
        )}
      >
        <p role="status" className="font-medium text-14">
          {pending.length > 0 ? sayPending(uploads, pending.length, failed.length) : sayFailed(failed.length)}
        </p>
        <span className="flex gap-1">
          {again.length > 1 && (
            <Button size="small" variant="ghost" onClick={() => forEach(again, (key) => queue.retry(key))}>
              Try all again
            </Button>
          )}
          {listed.length > 1 && (
            <Button size="small" variant="ghost" onClick={() => forEach(listed, (key) => queue.remove(key))}>
              {pending.length > 0 ? 'Cancel all' : 'Clear the list'}
            </Button>
          )}
        </span>
      </header>
      {pending.length > 0 && (
        <Progress label="All uploads" value={shareSent(uploads)} className="h-1 rounded-none" />
      )}
      <ul className="max-h-80 divide-y divide-line overflow-y-auto">
        {listed.map((upload) => (
          <UploadRow
            key={upload.key}
            upload={upload}
            onRetry={(key) => queue.retry(key)}
            onRemove={(key) => queue.remove(key)}
          />
        ))}
      </ul>
    </section>
  )
}

function forEach(uploads: readonly Upload[], act: (key: string) => void): void {
  for (const { key } of uploads) act(key)
}

function sayPending(all: readonly Upload[], pending: number, failed: number): string {
  const of =
    all.length === 1
      ? 'Adding a photo'
      : `Adding ${all.length - pending - failed + 1} of ${all.length - failed}`
  return failed > 0 ? `${of} · ${failed} failed` : of
}

const sayFailed = (count: number): string =>
  count === 1 ? 'One photo could not be added' : `${count} photos could not be added`

/** Of the bytes that are still wanted, the share that has left, 0–1. */
function shareSent(uploads: readonly Upload[]): number {
  const wanted = uploads.filter(({ state }) => state !== 'failed')
  const bytes = wanted.reduce((sum, { file }) => sum + file.size, 0)
  return wanted.reduce((sum, { file, sent }) => sum + file.size * sent, 0) / Math.max(1, bytes)
}
