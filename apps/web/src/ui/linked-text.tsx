import { Fragment, type ReactNode } from 'react'
import { type Piece, piecesOf } from '@/lib/pieces'

/** How what can be followed stands out in a text. */
export const followStyles = 'text-accent underline-offset-4 hover:underline'

type LinkedTextProps = {
  text: string
  /** People whose names may stand in it, and how one who does is drawn. */
  mentions?: readonly { username: string }[]
  mention?: (username: string, text: string) => ReactNode
  linkClassName?: string
}

/** What somebody wrote, as text in which web addresses and people can be followed. Nothing in it becomes markup. */
export function LinkedText({ text, mentions, mention, linkClassName = followStyles }: LinkedTextProps) {
  const draw = ({ text: part, link, username }: Piece) => {
    if (link !== undefined) {
      return (
        <a href={link} target="_blank" rel="nofollow ugc noopener noreferrer" className={linkClassName}>
          {part}
        </a>
      )
    }
    return username === undefined || !mention ? part : mention(username, part)
  }
  return piecesOf(text, mentions).map((piece, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text stay in their places
    <Fragment key={n}>{draw(piece)}</Fragment>
  ))
}
