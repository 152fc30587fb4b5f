import { smallPicture } from '@/lib/picture'
import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import type { Person } from '../model'
import type { Outbox, Unsent } from '../outbox'
import { CommentText } from './comment-text'

/** My comment on its way, or one that did not get through. */
export function UnsentItem({ unsent, me, outbox }: { unsent: Unsent; me: Person; outbox: Outbox }) {
  const myName = me.display_name ?? me.username
  const failed = unsent.state === 'failed'
  return (
    <article aria-label="Your comment, not sent yet" className="flex gap-3 py-3">
      <Avatar name={myName} src={smallPicture(me)} size={36} className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <p className="flex min-h-6 items-baseline gap-2 text-14">
          <span className="font-medium">{myName}</span>
          <span role="status" className={failed ? 'text-12 text-danger' : 'text-12 text-soft'}>
            {failed ? 'Not sent' : 'Sending…'}
          </span>
        </p>
        <div className={failed ? undefined : 'opacity-60'}>
          <CommentText comment={{ content: unsent.content, mentions: [] }} />
        </div>
        {failed && (
          <div className="mt-1 flex flex-wrap items-center gap-x-2">
            <p className="text-14 text-soft">{unsent.problem}</p>
            <Button size="small" onClick={() => outbox.retry(unsent.key)}>
              Try again
            </Button>
            <Button size="small" variant="ghost" onClick={() => outbox.discard(unsent.key)}>
              Discard
            </Button>
          </div>
        )}
      </div>
    </article>
  )
}
