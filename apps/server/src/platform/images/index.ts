export type { CaptureTime } from './capture-time.ts'
export type { GeoPoint } from './exif.ts'
export { createBoundedGate } from './gate.ts'
export { type InspectedPhoto, inspectPhoto } from './inspect.ts'
export { decodePicture, type Picture } from './picture.ts'
export { problemOf, type Refusal, type RefusalReason } from './refusal.ts'
export {
  type RenderedPhoto,
  type Rendition,
  type RenditionSink,
  renderPhoto,
  renderSquares,
} from './render.ts'
export { type ImageMime, type ImageType, sniffImage } from './sniff.ts'
export { drawVector } from './vector.ts'
