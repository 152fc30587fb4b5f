/** Edges of the squares that are kept of a picture, in pixels: for pages, and for lines of a list. */
export const SIDES = [512, 96] as const
export type Side = (typeof SIDES)[number]

/** Where the pictures lie in the storage. */
export const FOLDER = 'avatars'

/** Where a square of a picture lies; the last characters of an id are random, so that the folders fill evenly. */
export const keyOf = (avatar: string, side: Side): string =>
  `${FOLDER}/${avatar.slice(-2)}/${avatar}-${side}.webp`

/** All that is kept of a picture. */
export const keysOf = (avatar: string): string[] => SIDES.map((side) => keyOf(avatar, side))

/** The picture that a key of ours belongs to; empty for what never was one. */
export const avatarOfKey = (key: string): string => /\/([\da-f-]{36})-\d+\.webp$/.exec(key)?.[1] ?? ''
