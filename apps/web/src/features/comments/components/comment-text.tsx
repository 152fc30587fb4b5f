import { Link } from '@tanstack/react-router'
import { type Comment, type Piece, piecesOf } from '../model'

/** What was said, as text: line breaks stay, addresses and the people who are meant can be followed. */
export function CommentText({ comment }: { comment: Pick<Comment, 'content' | 'mentions'> }) {
  return (
    <p dir="auto" className="wrap-anywhere whitespace-pre-wrap text-16">
      {piecesOf(comment).map((piece, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text stay in their places
        <PieceOfText key={n} {...piece} />
      ))}
    </p>
  )
}

const STANDS_OUT = 'text-accent underline-offset-4 hover:underline'

function PieceOfText({ text, link, username }: Piece) {
  if (link !== undefined) {
    return (
      <a href={link} target="_blank" rel="nofollow ugc noopener noreferrer" className={STANDS_OUT}>
        {text}
      </a>
    )
  }
  if (username === undefined) return text
  return (
    <Link to="/profile/$username" params={{ username }} className={STANDS_OUT}>
      {text}
    </Link>
  )
}
