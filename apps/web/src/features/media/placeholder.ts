import { thumbHashToDataURL } from 'thumbhash'

const made = new Map<string, string | undefined>()

/** A blurred picture (data URL) from a ThumbHash in base64; undefined for none or a broken one. */
export function placeholderOf(hash: string | null): string | undefined {
  if (hash === null) return undefined
  if (!made.has(hash)) made.set(hash, decode(hash))
  return made.get(hash)
}

function decode(hash: string): string | undefined {
  try {
    return thumbHashToDataURL(Uint8Array.from(atob(hash), (letter) => letter.charCodeAt(0)))
  } catch {
    return undefined
  }
}
