import type { Activity } from '@sharemyshows/contract/feed'

/** A piece of an activity's sentence: words, or the name of what they are about. */
export type Piece = { text: string; names?: 'actor' | 'show' | 'target' }

/** The sentence of an activity with the names in it told apart, so that they can lead to what they name. */
export function piecesOf({ summary, actor, show, target_user }: Activity): Piece[] {
  const named = [
    { names: 'actor' as const, text: nameOf(actor) },
    show && { names: 'show' as const, text: show.title ?? show.artist_name },
    target_user && { names: 'target' as const, text: nameOf(target_user) },
  ]
  const pieces: Piece[] = []
  let rest = summary
  // in the order of every sentence: who it was comes first
  for (const piece of named) {
    const at = piece ? rest.indexOf(piece.text) : -1
    if (!piece || at < 0) continue
    if (at > 0) pieces.push({ text: rest.slice(0, at) })
    pieces.push(piece)
    rest = rest.slice(at + piece.text.length)
  }
  return rest === '' ? pieces : [...pieces, { text: rest }]
}

export const nameOf = ({ display_name, username }: Activity['actor']): string => display_name || username

/** Where on the show's page it is to be seen. */
export function tabOf(type: Activity['type']): '' | '/photos' | '/audio' | '/videos' | '/comments' {
  switch (type) {
    case 'PHOTO_UPLOADED':
      return '/photos'
    case 'AUDIO_UPLOADED':
      return '/audio'
    case 'VIDEO_UPLOADED':
      return '/videos'
    case 'COMMENT':
      return '/comments'
    default:
      return ''
  }
}
