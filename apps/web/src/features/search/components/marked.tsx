import { marks } from '../marks'

/** A text in which what was typed stands out, by weight and underline, not by colour alone. */
export function Marked({ text, q }: { text: string; q: string }) {
  return marks(text, q).map((piece) =>
    piece.marked ? (
      <mark key={piece.at} className="bg-transparent font-bold text-accent underline underline-offset-2">
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  )
}
