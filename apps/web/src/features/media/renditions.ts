import type { Photo } from '@sharemyshows/contract/photos'

/** Longest sides of what the server makes, in pixels; nothing is enlarged. */
const SIDES = { thumbnail: 320, preview: 800, display: 1600 }

export type Rendition = { src: string; width: number; height: number }

/** The renditions of a photo that can be shown, the smaller first, with their sizes in pixels. */
export function renditionsOf({ urls, width, height }: Photo): Rendition[] {
  const [w, h] = [width ?? 3, height ?? 2]
  return (['thumbnail', 'preview', 'display'] as const).flatMap((name) => {
    const src = urls[name]
    const shrink = Math.min(SIDES[name] / Math.max(w, h), width === null ? Number.POSITIVE_INFINITY : 1)
    return src ? [{ src, width: Math.round(w * shrink), height: Math.round(h * shrink) }] : []
  })
}

/** For an img's `srcset`. */
export const srcSetOf = (photo: Photo): string =>
  renditionsOf(photo)
    .map(({ src, width }) => `${src} ${width}w`)
    .join(', ')
