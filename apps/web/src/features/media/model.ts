import type { Photo } from '@sharemyshows/contract/photos'
import { sayInstant } from '@/lib/dates'

export type PhotoPage = { items: Photo[]; next_cursor: string | null }
export type PhotoPages = { pages: PhotoPage[]; pageParams: unknown[] }

/** What the file picker offers; the server judges by content. */
export const PHOTO_TYPES = 'image/jpeg,image/png,image/webp,image/gif,image/heic,image/heif,image/avif'

/** The contract's limit of one request, here again because importing it would bring the whole schema library. */
export const MOST_BYTES = 50 * 1_048_576

/** The original is the owner's alone, and so is all that changes a photo. */
export const isMine = (photo: Photo): boolean => photo.urls.original !== undefined

/** Width through height as shown, 1.5 while nobody knows; panoramas are cut so that they leave room for others. */
export function ratioOf({ width, height }: Photo): number {
  if (!width || !height) return 1.5
  return Math.min(3, Math.max(0.5, width / height))
}

/** When it was taken, by the clock at the venue; for a photo whose camera did not say, when it was added. */
export function sayTaken(photo: Photo, zone: string): string {
  return photo.captured_at !== null && photo.captured_at_source !== 'upload'
    ? sayInstant(zone, photo.captured_at)
    : `Added ${sayInstant(zone, photo.created_at)}`
}

/** What somebody who does not see the photo is told. */
export function describePhoto(photo: Photo, zone: string): string {
  return photo.caption || `Photo by ${nameOf(photo)}, ${sayTaken(photo, zone)}`
}

export const nameOf = ({ owner }: Photo): string => owner.display_name ?? owner.username

/** All photos that are loaded, in the order they were taken. */
export const photosIn = (pages: PhotoPages | undefined): Photo[] =>
  pages?.pages.flatMap(({ items }) => items) ?? []

/**
 * Puts a new photo where the server would list it; pages it does not reach yet are left alone. A photo that is there
 * already is replaced.
 */
export function withPhoto(pages: PhotoPages, photo: Photo): PhotoPages {
  const without = mapPages(pages, (items) => items.filter(({ id }) => id !== photo.id))
  const at = without.pages.findIndex(
    (page) => page.next_cursor === null || page.items.some((other) => isBefore(photo, other)),
  )
  return {
    ...without,
    pages: without.pages.map((page, index) => (index === at ? insertInto(page, photo) : page)),
  }
}

/** The pages without one photo. */
export function withoutPhoto(pages: PhotoPages, id: string): PhotoPages {
  return mapPages(pages, (items) => items.filter((photo) => photo.id !== id))
}

function mapPages(pages: PhotoPages, change: (items: Photo[]) => Photo[]): PhotoPages {
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, items: change(page.items) })) }
}

function insertInto(page: PhotoPage, photo: Photo): PhotoPage {
  const found = page.items.findIndex((other) => isBefore(photo, other))
  return { ...page, items: page.items.toSpliced(found < 0 ? page.items.length : found, 0, photo) }
}

// Times are RFC 3339 in UTC with milliseconds: their text sorts as they do.
function isBefore(one: Photo, other: Photo): boolean {
  const [a, b] = [one.captured_at ?? one.created_at, other.captured_at ?? other.created_at]
  return a === b ? one.id < other.id : a < b
}
