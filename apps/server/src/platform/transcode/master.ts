/** A rung as its row knows it: bits a second at most and on average. */
export type ServedRung = {
  name: string
  width: number
  height: number
  bitrate: number
  average: number | null
  codecs: string
}

/**
 * The master playlist of a ladder (RFC 8216 §4.3.4), which names the rungs' own playlists. The largest that a phone's
 * network carries without thinking comes first: players begin with what is on top.
 */
export function masterPlaylist(rungs: readonly ServedRung[]): string {
  const ascending = [...rungs].sort((a, b) => a.width * a.height - b.width * b.height)
  const begin = ascending[Math.min(1, ascending.length - 1)]
  const ordered = [begin, ...ascending.filter((rung) => rung !== begin)].filter((rung) => rung !== undefined)
  return ['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS', ...ordered.flatMap(entryOf), ''].join(
    '\n',
  )
}

function entryOf({ name, width, height, bitrate, average, codecs }: ServedRung): string[] {
  const attributes = [
    `BANDWIDTH=${bitrate}`,
    ...(average === null ? [] : [`AVERAGE-BANDWIDTH=${Math.min(average, bitrate)}`]),
    `RESOLUTION=${width}x${height}`,
    `CODECS="${codecs}"`,
  ]
  return [`#EXT-X-STREAM-INF:${attributes.join(',')}`, `${name}.m3u8`]
}
