import type { Photo } from '@sharemyshows/contract/photos'
import type { Video } from '@sharemyshows/contract/videos'

/** Longest sides of what the server makes, in pixels; nothing is enlarged. */
const SIDES = { thumbnail: 320, preview: 800, display: 1600 }

type Pictured = Photo | Video

export type Rendition = { src: string; width: number; height: number }

/** The pictures of a photo or a video, the smaller first, with their sizes in pixels. */
export function renditionsOf(medium: Pictured): Rendition[] {
  const { width, height } = medium
  const [w, h] = [width ?? 3, height ?? 2]
  return (['thumbnail', 'preview', 'display'] as const).flatMap((name) => {
    // the preview of a video moves
    const src = name === 'preview' && medium.kind === 'video' ? undefined : medium.urls[name]
    const shrink = Math.min(SIDES[name] / Math.max(w, h), width === null ? Number.POSITIVE_INFINITY : 1)
    return src ? [{ src, width: Math.round(w * shrink), height: Math.round(h * shrink) }] : []
  })
}

/** For an img's `srcset`. */
export const srcSetOf = (medium: Pictured): string =>
  renditionsOf(medium)
    .map(({ src, width }) => `${src} ${width}w`)
    .join(', ')
