import { div, sub, type Tensor, type Tensor4D, tidy } from '@tensorflow/tfjs-core'
import { type Box, byArea, distinct, square } from './boxes.ts'
import { crop } from './crop.ts'
import type { Net } from './graph.ts'

/** Pixels a side of what the net looks at. */
const SIDE = 256

/** It looks for faces around the middles of two grids' fields, several times in each. */
const GRIDS = [
  { fields: 16, each: 2 },
  { fields: 8, each: 6 },
]

/** Of a face: at 0.5 no false one was found in 60 pictures without any, and 191 of 200 true ones. */
const LEAST_CONFIDENCE = 0.5

/** Faces do not lie over each other by more than this. */
const MOST_OVERLAP = 0.1

/** The net's box is tight around brows and mouth; a whole face is so much larger. */
const WHOLE_FACE = 1.4

/**
 * How much it looks at, in sides of the picture, one after the other until there is a face: a little more than the picture, and
 * for one that a face fills all of it with an edge around, as the net knows no face without its surroundings.
 */
const VIEWS = [1.2, 2]

type Found = { box: Box; confidence: number }

/**
 * Squares around what may be faces, of each view the largest first: BlazeFace for the back camera (Bazarevsky et al.,
 * "BlazeFace: Sub-millisecond Neural Face Detection on Mobile GPUs", 2019).
 */
export function* findFaces(net: Net, picture: Tensor4D): Generator<Box> {
  const [, bottom, right] = picture.shape
  for (const view of VIEWS) yield* look(net, picture, square({ left: 0, top: 0, right, bottom }, view))
}

function look(net: Net, picture: Tensor4D, view: Box): Box[] {
  const outputs = tidy(() => net.run(sub(div(crop(picture, view, SIDE), 127.5), 1)))
  const found = GRIDS.flatMap((grid) => readGrid(outputs, grid))
  for (const output of outputs) output.dispose()
  const pixels = (view.right - view.left) / SIDE
  const inPicture = ({ left, top, right, bottom }: Box): Box => ({
    left: view.left + left * pixels,
    top: view.top + top * pixels,
    right: view.left + right * pixels,
    bottom: view.top + bottom * pixels,
  })
  return distinct(found, MOST_OVERLAP)
    .map(({ box }) => square(inPicture(box), WHOLE_FACE))
    .sort(byArea)
}

/** What was found by one grid, in pixels of what the net looks at. */
function readGrid(outputs: readonly Tensor[], { fields, each }: (typeof GRIDS)[number]): Found[] {
  const count = fields * fields * each
  const [logits, places] = [1, 16].map((values) => valuesOf(outputs, count, values))
  if (logits === undefined || places === undefined) return []
  const found: Found[] = []
  for (let at = 0; at < count; at++) {
    const confidence = 1 / (1 + Math.exp(-(logits[at] as number)))
    if (confidence <= LEAST_CONFIDENCE) continue
    const field = Math.floor(at / each)
    const [dx = 0, dy = 0, width = 0, height = 0] = places.subarray(16 * at, 16 * at + 4)
    const x = ((field % fields) + 0.5) * (SIDE / fields) + dx
    const y = (Math.floor(field / fields) + 0.5) * (SIDE / fields) + dy
    const box = { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 }
    found.push({ box, confidence })
  }
  return found
}

const valuesOf = (outputs: readonly Tensor[], count: number, values: number) =>
  outputs.find(({ shape }) => shape[1] === count && shape[2] === values)?.dataSync<'float32'>()
