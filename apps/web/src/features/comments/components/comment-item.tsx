import { Link } from '@tanstack/react-router'
import { Ellipsis, Flag, PencilLine, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { cn } from '@/lib/cn'
import { smallPicture } from '@/lib/picture'
import { openReport } from '@/lib/reporting'
import { Avatar } from '@/ui/avatar'
import { DropdownMenu, type MenuItem } from '@/ui/dropdown-menu'
import { IconButton } from '@/ui/icon-button'
import { anchorOf, type Comment, type Person } from '../model'
import { CommentEditor } from './comment-editor'
import { CommentText } from './comment-text'
import { SaidWhen } from './said-when'

/** Whoever wrote it has deleted her account. */
const NOBODY = 'deleted user'

type CommentItemProps = {
  comment: Comment
  people: readonly Person[]
  now: number
  own: boolean
  canDelete: boolean
  canReport: boolean
  /** The one that the address of the page names. */
  linked: boolean
  onDelete: (comment: Comment) => void
}

/** One comment: who, when, and what was said. */
export function CommentItem({ comment, people, now, own, linked, onDelete, ...may }: CommentItemProps) {
  const [editing, setEditing] = useState(false)
  const item = useRef<HTMLElement>(null)
  const { user } = comment
  const name = user === null ? NOBODY : (user.display_name ?? user.username)
  const report = () => openReport({ target: 'comment', id: comment.id, name: `the comment by ${name}` })
  const deeds: MenuItem[] = [
    ...(own ? [{ label: 'Edit', icon: <PencilLine />, onSelect: () => setEditing(true) }] : []),
    ...(may.canReport ? [{ label: 'Report', icon: <Flag />, onSelect: report }] : []),
    ...(may.canDelete
      ? [{ label: 'Delete', icon: <Trash2 />, onSelect: () => onDelete(comment), danger: true }]
      : []),
  ]
  const close = () => {
    setEditing(false)
    item.current?.focus()
  }
  return (
    <article
      ref={item}
      id={anchorOf(comment.id)}
      tabIndex={-1}
      aria-label={`Comment by ${name}`}
      className={cn(
        '-mx-2 flex scroll-mt-20 gap-3 rounded-card px-2 py-3 outline-none sm:-mx-3 sm:px-3',
        linked && 'bg-accent/10',
      )}
    >
      <Avatar name={name} src={user && smallPicture(user)} size={36} className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <div className="flex min-h-6 flex-wrap items-baseline gap-x-2">
          {user === null ? (
            <span className="font-medium text-14 text-soft">{name}</span>
          ) : (
            <Link
              to="/profile/$username"
              params={{ username: user.username }}
              className="wrap-anywhere -my-2 py-2 font-medium text-14 hover:text-accent"
            >
              {name}
            </Link>
          )}
          <SaidWhen {...{ comment, now }} />
          {comment.edited && <span className="text-12 text-soft">edited</span>}
        </div>
        {user === null ? (
          <p className="text-14 text-soft italic">What was said here went with the account.</p>
        ) : editing ? (
          <CommentEditor {...{ comment, people, close }} />
        ) : (
          <CommentText comment={comment} />
        )}
      </div>
      {deeds.length > 0 && !editing && (
        <DropdownMenu
          trigger={
            <IconButton
              label={own ? 'More for your comment' : `More for the comment by ${name}`}
              icon={<Ellipsis />}
              className="-my-2 -mr-2"
            />
          }
          items={deeds}
        />
      )}
    </article>
  )
}
