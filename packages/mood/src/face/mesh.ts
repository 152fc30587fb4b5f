import { div, type Tensor4D, tidy } from '@tensorflow/tfjs-core'
import type { Box } from './boxes.ts'
import { crop } from './crop.ts'
import type { Net } from './graph.ts'

/** Pixels a side of what the net looks at. */
const SIDE = 192
/** Points of a face's mesh, of three numbers each. */
const POINTS = 468
/** That there is a face at all, which the net says besides. */
const LEAST_CONFIDENCE = 0.5

/**
 * The box that a face's mesh just fills, from brow to chin, or null where there is no face after all: FaceMesh (Kartynnik et
 * al., "Real-time Facial Surface Geometry from Monocular Video on Mobile GPUs", 2019).
 */
export function measureFace(net: Net, picture: Tensor4D, box: Box): Box | null {
  const outputs = tidy(() => net.run(div<Tensor4D>(crop(picture, box, SIDE), 255)))
  const [confidence = 0] = outputs.find(({ size }) => size === 1)?.dataSync<'float32'>() ?? []
  const mesh = outputs.find(({ size }) => size === 3 * POINTS)?.dataSync<'float32'>()
  for (const output of outputs) output.dispose()
  if (mesh === undefined || confidence < LEAST_CONFIDENCE) return null
  const pixels = (box.right - box.left) / SIDE
  const [across, down] = [reach(mesh, 0), reach(mesh, 1)]
  return {
    left: box.left + across.least * pixels,
    top: box.top + down.least * pixels,
    right: box.left + across.most * pixels,
    bottom: box.top + down.most * pixels,
  }
}

/** The outermost points along an axis. */
function reach(mesh: Float32Array, axis: number): { least: number; most: number } {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let at = axis; at < mesh.length; at += 3) {
    least = Math.min(least, mesh[at] as number)
    most = Math.max(most, mesh[at] as number)
  }
  return { least, most }
}
