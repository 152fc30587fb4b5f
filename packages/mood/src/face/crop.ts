import { avgPool, image, type Tensor4D } from '@tensorflow/tfjs-core'
import type { Box } from './boxes.ts'

/** That part of a picture in `side` × `side` pixels of 0 to 255 a colour; black where it reaches beyond the edges. */
export function crop(picture: Tensor4D, { left, top, right, bottom }: Box, side: number): Tensor4D {
  const [, height, width] = picture.shape
  const part: [number, number, number, number] = [top / height, left / width, bottom / height, right / width]
  return image.cropAndResize(picture, [part] as never, [0], [side, side])
}

/** The same with each pixel the mean of four: what a small net says would else hang on which pixels happened to be hit. */
export const cropSmoothly = (picture: Tensor4D, box: Box, side: number): Tensor4D =>
  avgPool(crop(picture, box, 2 * side), 2, 2, 'valid')
