import type { FastifyRequest } from 'fastify'

/** What an answer that is JSON for some and bytes for others depends on. */
export const NEGOTIATED_BY = 'Accept, Sec-Fetch-Dest, Range, Cookie, Authorization'

type Preference = { type: string; quality: number }

function preferences(accept: string): Preference[] {
  return accept.split(',').map((entry) => {
    const [type = '', ...parameters] = entry.split(';').map((text) => text.trim().toLowerCase())
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
    return { type, quality: quality === undefined ? 1 : Number(quality) || 0 }
  })
}

/** The quality of the most telling of `types`, which go from the exact one to the wildcard. */
function qualityOf(preferences: Preference[], types: readonly string[]): number {
  for (const type of types) {
    const found = preferences.find((preference) => preference.type === type)
    if (found !== undefined) return found.quality
  }
  return 0
}

/**
 * True when the client wants the thing itself and not JSON about it: an element of `kind` asks, a range of it is
 * asked for, or `Accept` ranks that kind above JSON.
 */
export function wantsBytes(request: FastifyRequest, kind: 'image' | 'audio' | 'video'): boolean {
  const { accept, range } = request.headers
  if (request.headers['sec-fetch-dest'] === kind || range !== undefined) return true
  if (accept === undefined) return false
  const given = preferences(accept)
  const named = given.filter(({ type }) => type.startsWith(`${kind}/`)).map(({ quality }) => quality)
  const bytes = named.length > 0 ? Math.max(...named) : qualityOf(given, ['*/*'])
  return bytes > qualityOf(given, ['application/json', 'application/*', '*/*'])
}
