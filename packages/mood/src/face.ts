import { type Tensor4D, tensor4d } from '@tensorflow/tfjs-core'
import { fuse } from './expression.ts'
import { type Box, square } from './face/boxes.ts'
import { findFaces } from './face/detector.ts'
import { readEmotion } from './face/emotion.ts'
import { openExpressionNet } from './face/expression-net.ts'
import { type NetFile, openNet } from './face/graph.ts'
import { measureFace } from './face/mesh.ts'
import { startTensors, type WasmFiles } from './face/tensors.ts'
import type { Scores } from './moods.ts'

export { likeliest } from './expression.ts'
export type { WasmFiles } from './face/tensors.ts'

/** Pixels, 8 bits a colour, row by row: red, green, blue, and where there are four a fourth that is not looked at. */
export type Picture = { data: Uint8Array | Uint8ClampedArray; width: number; height: number }

/** Whether there is a face, and how much it looks like each of the moods, 0 to 1 and 1 together. */
export type FaceReading = { landmarks_detected: boolean; scores: Scores | null }

export type FaceReader = {
  /** Reads the largest face in the picture, or that of the frame before where frames follow each other. */
  read(picture: Picture): FaceReading
  close(): void
}

/** The nets of a face reader as they were published by Human 3.3 and face-api 1.7 (MIT). */
export type FaceNets = { detector: NetFile; mesh: NetFile; emotion: NetFile; expression: NetFile }

/** From one frame to the next a face moves no further than half its size. */
const FOLLOWED = 1.5

/**
 * Opens the four nets that read a face; the same in Node and in the browser. `wasm` says where the tensors' WebAssembly is
 * to be had where that is not beside them. One that `follows` takes pictures for the frames of a video: looking for
 * faces, which is half of the work, is left until the last one is gone.
 */
export async function createFaceReader(
  nets: FaceNets,
  { wasm, follows = false }: { wasm?: WasmFiles; follows?: boolean } = {},
): Promise<FaceReader> {
  await startTensors(wasm)
  const [detector, mesh, emotion] = [openNet(nets.detector), openNet(nets.mesh), openNet(nets.emotion)]
  const expression = openExpressionNet(nets.expression)
  let before: Box | null = null
  function* places(picture: Tensor4D): Generator<Box> {
    if (before !== null) yield square(before, FOLLOWED)
    yield* findFaces(detector, picture)
  }
  const look = (picture: Tensor4D): FaceReading => {
    for (const box of places(picture)) {
      const face = measureFace(mesh, picture, box)
      if (face === null) continue
      if (follows) before = face
      const first = readEmotion(emotion, picture, face)
      const second = expression.read(picture, face)
      return { landmarks_detected: true, scores: fuse(first, second) }
    }
    before = null
    return { landmarks_detected: false, scores: null }
  }
  return {
    read(picture) {
      const pixels = toTensor(picture)
      try {
        return look(pixels)
      } finally {
        pixels.dispose()
      }
    },
    close() {
      for (const net of [detector, mesh, emotion, expression]) net.dispose()
    },
  }
}

function toTensor({ data, width, height }: Picture): Tensor4D {
  const count = width * height
  const channels = data.length / count
  const colours = new Float32Array(3 * count)
  for (let to = 0, from = 0; to < colours.length; to += 3, from += channels) {
    colours[to] = data[from] as number
    colours[to + 1] = data[from + 1] as number
    colours[to + 2] = data[from + 2] as number
  }
  return tensor4d(colours, [1, height, width, 3])
}
