import { Fragment } from 'react'
import { asides, type NewSong } from '../model'
import { labelOf, opensAt } from '../sections'

/** The songs that a pasted text was understood as, before they are added. */
export function PastePreview({ songs, headliner }: { songs: readonly NewSong[]; headliner: string }) {
  if (songs.length === 0)
    return <p className="mt-2 text-14 text-soft">The songs appear here as they will be added.</p>
  return (
    <ol className="mt-2 max-h-72 overflow-y-auto rounded-control bg-page/60 px-3 py-2 ring-1 ring-line ring-inset">
      {songs.map((song, index) => {
        const small = asides(song, headliner).join(' · ')
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a song is its place in the text
          <Fragment key={index}>
            {opensAt(songs, index) && (
              <li className="pt-2 pb-1 font-medium text-12 text-accent uppercase tracking-[0.08em]">
                {labelOf(song)}
              </li>
            )}
            <li className="flex gap-3 py-1 text-14">
              <span aria-hidden className="w-6 shrink-0 text-right text-soft tabular-nums">
                {index + 1}
              </span>
              <span className="wrap-anywhere min-w-0">
                {song.song_name}
                {small && <span className="block text-12 text-soft">{small}</span>}
              </span>
            </li>
          </Fragment>
        )
      })}
    </ol>
  )
}
