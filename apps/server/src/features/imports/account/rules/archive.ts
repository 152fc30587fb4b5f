import type { Packed } from '../../../../platform/files/unzip.ts'

/** The document of an account, and the picture of its person, in an archive. */
export const DOCUMENT = 'account.json'
export const AVATAR = 'avatar.webp'

export const MOST_DOCUMENT_BYTES = 200 * 1_048_576
export const MOST_ENTRIES = 200_000
/** Documents become a thirtieth of themselves at most; what becomes less is a bomb. */
export const MOST_RATIO = 200

/** Whoever opens an archive and packs it again packs the folder it was opened into, too. */
const OURS = /^(?:[^/]+\/)?(?:account\.json|avatar\.webp|originals\/[^/]+\/[^/]+)$/

export const isOurs = (name: string): boolean => OURS.test(name) && !name.startsWith('__MACOSX/')

/** The files of an archive by the names its document has for them. */
export function placesIn(files: readonly Packed[]): Map<string, Packed> {
  const document = files.find(({ name }) => name === DOCUMENT || name.endsWith(`/${DOCUMENT}`))
  const folder = document?.name.slice(0, -DOCUMENT.length) ?? ''
  const inside = files.filter(({ name }) => name.startsWith(folder))
  return new Map(inside.map((file) => [file.name.slice(folder.length), file]))
}
