/** Part of what somebody wrote; a link leads elsewhere, a mention to a person. */
export type Piece = { text: string; link?: string; username?: string }

type Mention = { username: string }

const MARK = /https?:\/\/[^\s<>"]+|(?<![\p{L}\p{N}._@-])@[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?/giu

/** A text in pieces: web addresses and the people who are meant stand out, everything else is text. */
export function piecesOf(said: string, mentions: readonly Mention[] = []): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { 0: whole, index } of said.matchAll(MARK)) {
    const piece = whole.startsWith('@') ? mentioned(whole, mentions) : linked(whole)
    if (!piece) continue
    if (index > at) pieces.push({ text: said.slice(at, index) })
    pieces.push(piece)
    at = index + piece.text.length
  }
  if (at < said.length) pieces.push({ text: said.slice(at) })
  return pieces
}

function mentioned(whole: string, mentions: readonly Mention[]): Piece | undefined {
  const name = whole.slice(1).toLowerCase()
  const username = mentions.find((mention) => mention.username.toLowerCase() === name)?.username
  return username === undefined ? undefined : { text: whole, username }
}

/** What ends a sentence is not part of the address, nor is a bracket that was opened before it. */
function linked(whole: string): Piece | undefined {
  let text = whole.replace(/[.,;:!?'*_~…]+$/u, '')
  while (/[)\]}]$/.test(text) && !/[([{]/.test(text)) text = text.slice(0, -1).replace(/[.,;:!?'…]+$/u, '')
  return URL.canParse(text) ? { text, link: new URL(text).href } : undefined
}
