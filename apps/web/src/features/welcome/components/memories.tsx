import { tintStyle } from '@/ui/tint'
import { NIGHT } from '../night'
import { PhotoWall } from './photo-wall'

/** The back of the ticket: the same paper turned over, so the stub is on the right. */
export function Memories({ tint }: { tint: number }) {
  return (
    <article
      className="stub stub-back tinted h-full"
      data-size="hero"
      style={tintStyle(tint)}
      aria-label="The memories of that night"
    >
      <div className="stub-shape" aria-hidden>
        <div className="stub-paper" />
      </div>
      <div className="stub-row">
        <div className="flex min-w-0 flex-col gap-3 p-3 sm:grid sm:grid-cols-[1.35fr_1fr] sm:gap-5 sm:p-4">
          <PhotoWall className="min-h-40 flex-1" />
          <Setlist />
        </div>
        <ul className="flex flex-col items-center justify-evenly py-4 sm:py-6">
          {NIGHT.counts.map(({ number, word }) => (
            <li key={word} className="text-center">
              <span className="block font-bold font-display text-28 leading-none sm:text-40">{number}</span>
              <span className="text-12 text-soft">{word}</span>
            </li>
          ))}
        </ul>
      </div>
    </article>
  )
}

function Setlist() {
  return (
    <div className="self-center px-1 text-12 tabular-nums sm:px-0 sm:text-14">
      <ol className="columns-2 gap-3 sm:columns-1">
        {NIGHT.setlist.map((song, index) => (
          <Song key={song} number={index + 1} title={song} />
        ))}
      </ol>
      <p className="my-1.5 flex items-center gap-2 text-12 text-accent after:h-px after:flex-1 after:bg-line">
        encore
      </p>
      <ol className="columns-2 gap-3 sm:columns-1">
        {NIGHT.encore.map((song, index) => (
          <Song key={song} number={NIGHT.setlist.length + index + 1} title={song} />
        ))}
      </ol>
    </div>
  )
}

function Song({ number, title }: { number: number; title: string }) {
  return (
    <li className="flex gap-2 truncate leading-5 sm:leading-6">
      <span className="text-soft">{number}</span>
      <span className="truncate">{title}</span>
    </li>
  )
}
