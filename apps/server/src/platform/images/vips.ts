import type { SharpInput, SharpOptions } from 'sharp'
import { MAX_SECONDS } from './limits.ts'

type SharpModule = typeof import('sharp').default

let loading: Promise<SharpModule> | undefined

/** sharp, loaded and tuned on first use: it costs a start-up more than all the rest of this folder. */
export function loadSharp(): Promise<SharpModule> {
  loading ??= import('sharp').then(({ default: sharp }) => configure(sharp))
  return loading
}

function configure(sharp: SharpModule): SharpModule {
  sharp.cache(false)
  // A flaw in the SVG, PDF, TIFF or camera readers of libvips is none of ours while they are switched off.
  // Ultra HDR photos open as the plain JPEG that they also are.
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((format) => `VipsForeignLoad${format}`),
  })
  // our own drawings come from memory; photos come from files, whose SVG reader stays off
  sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer'] })
  return sharp
}

/** A pipeline over an untrusted file: strict on truncation, bounded in time, metadata never copied. */
export async function openPhoto(source: SharpInput, options: SharpOptions = {}) {
  const sharp = await loadSharp()
  // 'error' takes in truncated files, yet lets pass the harmless warnings that many phones' files raise.
  return sharp(source, { failOn: 'error', sequentialRead: true, ...options }).timeout({
    seconds: MAX_SECONDS,
  })
}
