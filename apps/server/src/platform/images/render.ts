import { availableParallelism } from 'node:os'
import { decodePhoto } from './decode.ts'
import { createGate } from './gate.ts'
import { type Header, readHeader } from './header.ts'
import { holdsWholeFrame, PREVIEW_SIDE, THUMBNAIL_SIDE } from './limits.ts'
import { fitInside, fromPixels, type Pixels, toPixels } from './pixels.ts'
import { type Refusal, refusalOf } from './refusal.ts'
import { makeSwatch, type Swatch } from './swatch.ts'

/**
 * WebP without any metadata, upright, sRGB: a thumbnail fits 320 × 320 pixels, a preview 800 × 800, a display rendition
 * 1600 × 1600.
 */
export type Rendition = {
  name: 'thumbnail' | 'preview' | 'display'
  width: number
  height: number
  bytes: Buffer
}
export type RenditionSink = (rendition: Rendition) => Promise<void>

type Size = { width: number; height: number }
export type RenderedPhoto = { ok: true; thumbnail: Size; preview: Size; display: Size } & Swatch

/** Effort 1 takes a third of the default's time for files 4 % larger, measured at equal quality. */
const WEBP = { quality: 80, effort: 1 }

const rowByRow = createGate(Math.min(availableParallelism(), 3))
const wholeFrame = createGate(1)

/**
 * Makes all renditions of a photo from one decode and hands them to the sink, the thumbnail first. Of an
 * animation the first frame is taken. Nothing reaches the sink of a photo that does not decode to its end.
 *
 * sharp runs in this process: only its JPEG, PNG, WebP, GIF and HEIF readers are switched on, the header is
 * judged before, and a child process would cost every photo more than these maintained readers risk. HEIC goes
 * to WebAssembly in a thread, which a hostile file cannot leave.
 * @throws when the path cannot be read or the sink throws
 */
export async function renderPhoto(path: string, sink: RenditionSink): Promise<RenderedPhoto | Refusal> {
  return withPixels(path, (pixels) => handOver(pixels, sink))
}

/**
 * Cuts the middle square out of a photo and draws it in each of `sides` pixels, as WebP without any metadata, from one
 * decode; small photos are enlarged.
 * @throws when the path cannot be read
 */
export async function renderSquares(
  path: string,
  sides: readonly number[],
): Promise<{ ok: true; squares: Buffer[] } | Refusal> {
  return withPixels(path, async (pixels) => {
    const draw = async (side: number) =>
      (await fromPixels(pixels)).resize(side, side, { fit: 'cover' }).webp(WEBP).toBuffer()
    return { ok: true, squares: await Promise.all(sides.map(draw)) }
  })
}

/** Decodes a photo in its turn, and has its pixels used before the next one's come. */
async function withPixels<Result>(
  path: string,
  use: (pixels: Pixels) => Promise<Result>,
): Promise<Result | Refusal> {
  const header = await readHeader(path)
  if (!header.ok) return header
  const gate = holdsWholeFrame(header.type.mime, header.progressive) ? wholeFrame : rowByRow
  return gate(async () => {
    const pixels = await decodeOrRefuse(header)
    return 'ok' in pixels ? pixels : use(pixels)
  })
}

async function decodeOrRefuse(header: Header): Promise<Pixels | Refusal> {
  try {
    return await decodePhoto(header)
  } catch (error) {
    return refusalOf(error)
  }
}

async function handOver(display: Pixels, sink: RenditionSink): Promise<RenderedPhoto> {
  const thumbnail = await toPixels(fitInside(await fromPixels(display), THUMBNAIL_SIDE))
  const first = await encode('thumbnail', thumbnail)
  const [swatch, preview] = await Promise.all([
    makeSwatch(thumbnail),
    makePreview(display, sink),
    sink(first),
    encode('display', display).then(sink),
  ])
  return { ok: true, thumbnail: sizeOf(thumbnail), preview, display: sizeOf(display), ...swatch }
}

async function makePreview(display: Pixels, sink: RenditionSink): Promise<Size> {
  const preview = await toPixels(fitInside(await fromPixels(display), PREVIEW_SIDE))
  await sink(await encode('preview', preview))
  return sizeOf(preview)
}

async function encode(name: Rendition['name'], pixels: Pixels): Promise<Rendition> {
  const bytes = await (await fromPixels(pixels)).webp(WEBP).toBuffer()
  return { name, ...sizeOf(pixels), bytes }
}

function sizeOf({ width, height }: Size): Size {
  return { width, height }
}
