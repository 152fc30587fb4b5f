import type { Track } from '@sharemyshows/contract/music'

/** Of a song of Spotify's: whose it is, and the way to it there. */
export function SpotifyMark({ track: { link, name, source } }: { track: Track }) {
  if (source !== 'spotify') return null
  if (link === null) return <span className="shrink-0 text-12">Spotify</span>
  return (
    <a
      href={link}
      target="_blank"
      rel="noopener"
      aria-label={`${name} at Spotify`}
      className="shrink-0 text-12 underline decoration-edge underline-offset-4 hover:text-ink"
    >
      Spotify
    </a>
  )
}
