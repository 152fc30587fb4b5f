import {
  add,
  avgPool,
  concat,
  conv2d,
  div,
  exp,
  io,
  log,
  matMul,
  maximum,
  mean,
  relu,
  reshape,
  reverse,
  separableConv2d,
  softmax,
  sub,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor4D,
  tensor1d,
  tidy,
} from '@tensorflow/tfjs-core'
import type { Scores } from '../moods.ts'
import { type Box, square } from './boxes.ts'
import { cropSmoothly } from './crop.ts'
import type { NetFile } from './graph.ts'

/** Pixels a side of what it looks at, and how much of a face that is, in sides of its mesh. */
const SIDE = 112
const CROP = 1.2

/** The colour of the average face it was trained on, 0 to 255. */
const MEAN = [122.782, 117.001, 104.298]

export type ExpressionNet = { read(picture: Tensor4D, face: Box): Scores; dispose(): void }

/**
 * The expression net of face-api.js (V. Mühler, 2018; MIT): four blocks of four convolutions, of which each hears all before it
 * (after Huang et al., "Densely Connected Convolutional Networks", 2017), and one layer over their means. It was published as
 * weights alone, so that its layers are put together here. It is asked of a face and of its mirror image: the geometric mean of both
 * was right on three more of a hundred photos.
 */
export function openExpressionNet({ model, weights }: NetFile): ExpressionNet {
  const [group] = model as io.WeightsManifestConfig
  const params = io.decodeWeights(weights, group?.weights ?? [])
  const average = tensor1d(MEAN)
  const take = <T extends Tensor>(name: string) => {
    const found = params[name]
    if (found === undefined) throw new Error(`the expression net has no ${name}`)
    return found as T
  }
  const convolve = (input: Tensor4D, name: string, stride: 1 | 2) => {
    const pointwise = () => {
      const [depth, point] = [`${name}/depthwise_filter`, `${name}/pointwise_filter`]
      return separableConv2d(input, take<Tensor4D>(depth), take<Tensor4D>(point), stride, 'same')
    }
    const plain = () => conv2d(input, take<Tensor4D>(`${name}/filters`), stride, 'same')
    return add<Tensor4D>(`${name}/filters` in params ? plain() : pointwise(), take<Tensor1D>(`${name}/bias`))
  }
  const block = (input: Tensor4D, name: string): Tensor4D => {
    let all = relu(convolve(input, `${name}/conv0`, 2))
    let heard = all
    for (const layer of ['conv1', 'conv2', 'conv3']) {
      all = add(all, convolve(heard, `${name}/${layer}`, 1))
      heard = relu(all)
    }
    return heard
  }
  const probabilities = (face: Tensor4D) => {
    const normal = div<Tensor4D>(sub(face, average), 255)
    const features = avgPool(['dense0', 'dense1', 'dense2', 'dense3'].reduce(block, normal), 7, 2, 'valid')
    const flat = reshape(features, [features.shape[0], -1]) as Tensor2D
    return softmax(add(matMul(flat, take<Tensor2D>('fc/weights')), take('fc/bias')))
  }
  return {
    read(picture, face) {
      const means = tidy(() => {
        const seen = cropSmoothly(picture, square(face, CROP), SIDE)
        const both = probabilities(concat([seen, reverse(seen, 2)]))
        return exp(mean(log(maximum(both, 1e-6)), 0))
      })
      const [neutral = 0, happy = 0, sad = 0, angry = 0] = means.dataSync<'float32'>()
      means.dispose()
      return { happy, sad, angry, neutral }
    },
    dispose() {
      average.dispose()
      for (const param of Object.values(params)) param.dispose()
    },
  }
}
