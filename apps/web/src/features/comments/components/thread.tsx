import { Link } from '@tanstack/react-router'
import { ArrowDown, MessageCircle } from 'lucide-react'
import { useMemo } from 'react'
import { useMinute } from '@/lib/hooks'
import { sayProblem } from '@/lib/problem'
import { Button, buttonStyles } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { useDeleteComment } from '../api'
import { type Comment, type CommentPage, sayNew, type Talk, threadOf } from '../model'
import { useArrivals } from '../use-arrivals'
import { type Earlier, useLinked } from '../use-linked'
import { CommentItem } from './comment-item'
import { Writing } from './writing'

const isOwn = ({ user }: Comment, me: Talk['me']) => me !== null && user?.id === me.id

type ThreadProps = Talk & { pages: readonly CommentPage[]; query: Earlier & { error: unknown } }

/** The conversation, oldest first, with the place to write at its end. */
export function Thread({ showId, me, people, readers, pages, query }: ThreadProps) {
  const thread = useMemo(() => threadOf(pages), [pages])
  const now = useMinute()
  const { mutate: remove } = useDeleteComment(showId)
  const { end, arrived, toEnd, said } = useArrivals(thread, me?.id)
  const linked = useLinked(thread, query)
  return (
    <section aria-label="Comments" className="max-w-2xl">
      <EarlierButton {...query} />
      {thread.length === 0 && <NobodyYet signedIn={me !== null} />}
      <ol className="flex flex-col">
        {thread.map((comment) => (
          <li key={comment.id}>
            <CommentItem
              {...{ comment, people, now }}
              own={isOwn(comment, me)}
              canDelete={isOwn(comment, me) || (me?.moderates ?? false)}
              canReport={me !== null && comment.user !== null && !isOwn(comment, me)}
              linked={comment.id === linked}
              onDelete={remove}
            />
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
      {arrived.length > 0 && (
        <div className="sticky bottom-40 z-10 flex justify-center sm:bottom-28">
          <Button size="small" variant="primary" className="rounded-full shadow-float" onClick={toEnd}>
            <ArrowDown aria-hidden />
            {sayNew(arrived.length)}
          </Button>
        </div>
      )}
      {me ? <Writing {...{ showId, me, people, readers, toEnd }} /> : <SignIn showId={showId} />}
      <div ref={end} className="h-px scroll-mb-24 sm:scroll-mb-8" />
    </section>
  )
}

function NobodyYet({ signedIn }: { signedIn: boolean }) {
  return (
    <EmptyState icon={<MessageCircle />} title="Nobody has said anything yet">
      {signedIn
        ? 'How was it? Write the first line below.'
        : 'What people say about this night will be here.'}
    </EmptyState>
  )
}

function EarlierButton({ hasNextPage, isFetchingNextPage, fetchNextPage, error }: ThreadProps['query']) {
  if (!hasNextPage) return null
  return (
    <div className="flex flex-col items-center gap-1 pb-4">
      {error ? (
        <p role="alert" className="text-14 text-soft">
          {sayProblem(error)}
        </p>
      ) : null}
      <Button variant="ghost" size="small" pending={isFetchingNextPage} onClick={() => fetchNextPage()}>
        Show earlier comments
      </Button>
    </div>
  )
}

function SignIn({ showId }: { showId: string }) {
  return (
    <p className="mt-4 border-line border-t pt-6">
      <Link
        to="/login"
        search={{ next: `/shows/${showId}/comments` }}
        className={buttonStyles({ variant: 'secondary', className: 'max-sm:w-full' })}
      >
        Log in to join in
      </Link>
    </p>
  )
}
