import { mul, sub, sum, type Tensor4D, tensor1d, tidy } from '@tensorflow/tfjs-core'
import type { Scores } from '../moods.ts'
import { type Box, square } from './boxes.ts'
import { cropSmoothly } from './crop.ts'
import type { Net } from './graph.ts'

/** Pixels a side of what the net looks at, and how much of a face that is, in sides of its mesh. */
const SIDE = 64
const CROP = 1.3
/** How bright red, green and blue look (ITU-R BT.601). */
const LUMA = [0.2989, 0.587, 0.114]

/**
 * Probabilities of the moods by Human's emotion net (O. Arriaga et al., "Real-time Convolutional Neural Networks for Emotion
 * and Gender Classification", 2017), which has others besides.
 */
export function readEmotion(net: Net, picture: Tensor4D, face: Box): Scores {
  const outputs = tidy(() => {
    const seen = cropSmoothly(picture, square(face, CROP), SIDE)
    const grey = sum<Tensor4D>(mul(seen, tensor1d(LUMA)), 3, true)
    return net.run(sub(mul(grey, 2 / 255), 1))
  })
  const [angry = 0, , , happy = 0, sad = 0, , neutral = 0] = outputs[0]?.dataSync<'float32'>() ?? []
  for (const output of outputs) output.dispose()
  return { happy, sad, angry, neutral }
}
