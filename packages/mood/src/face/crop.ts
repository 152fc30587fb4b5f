import { avgPool, image, type Tensor4D } from '@tensorflow/tfjs-core'
import type { Box } from './boxes.ts'

/** Points to a pixel's side that it is the mean of, or a net's answer would hang on which pixels happened to be hit. */
const POINTS = 2

/** That part of a picture in `side` × `side` pixels of 0 to 255 a colour; black where it reaches beyond the edges. */
export function crop(picture: Tensor4D, { left, top, right, bottom }: Box, side: number): Tensor4D {
  const [, height, width] = picture.shape
  const part: [number, number, number, number] = [top / height, left / width, bottom / height, right / width]
  const points = image.cropAndResize(picture, [part] as never, [0], [POINTS * side, POINTS * side])
  return avgPool(points, POINTS, POINTS, 'valid')
}
