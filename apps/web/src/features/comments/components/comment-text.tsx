import { Link } from '@tanstack/react-router'
import { followStyles, LinkedText } from '@/ui/linked-text'
import type { Comment } from '../model'

/** What was said, as text: line breaks stay, addresses and the people who are meant can be followed. */
export function CommentText({ comment }: { comment: Pick<Comment, 'content' | 'mentions'> }) {
  return (
    <p dir="auto" className="wrap-anywhere whitespace-pre-wrap text-16">
      <LinkedText
        text={comment.content}
        mentions={comment.mentions}
        mention={(username, text) => (
          <Link to="/profile/$username" params={{ username }} className={followStyles}>
            {text}
          </Link>
        )}
      />
    </p>
  )
}
