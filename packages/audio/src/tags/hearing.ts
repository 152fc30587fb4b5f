import type { Ffts } from '../signal/fft.ts'
import { type ClassName, KEPT } from './classes.ts'
import { createFrontEnd, PATCH_STEP } from './front-end.ts'
import { CLASSES, EMBEDDING, PATCH_BANDS, PATCH_FRAMES, type Tagger } from './tagger.ts'

/** Patches that are given to the tagger together. */
const BATCH = 8
const PATCH = PATCH_FRAMES * PATCH_BANDS

/** What the tagging model heard, in patches that overlap by a quarter. */
export type Hearing = {
  /** The model's name, or null without one: then `length` and all scores are 0. */
  model: string | null
  /** Seconds from one patch to the next. */
  step: number
  /** Number of patches. */
  length: number
  /** The score of a class in each patch, 0 to 1, not calibrated. */
  of(name: ClassName): Float32Array
  mean(name: ClassName): number
  /** Square roots of the means of what the model makes of each patch, for comparing by cosine. */
  embedding: number[] | null
}

/** Listens with a tagger, or with none. Memory grows by one row of kept scores a patch, 5 MB an hour. */
export function createHearing(ffts: Ffts, tagger: Tagger | null) {
  const rows: Float32Array[] = []
  const sums = new Float64Array(EMBEDDING)
  const batch = new Float32Array(BATCH * PATCH)
  const waiting: Float32Array[] = []
  const frontEnd = tagger && createFrontEnd(ffts, (patch) => waiting.push(patch.slice()))

  const hear = async (least: number) => {
    while (tagger && waiting.length >= least) {
      const patches = waiting.splice(0, BATCH)
      patches.forEach((patch, index) => {
        batch.set(patch, index * PATCH)
      })
      const { scores, embeddings } = await tagger.run(batch, patches.length)
      patches.forEach((_, patch) => {
        rows.push(Float32Array.from(KEPT, ({ index }) => scores[patch * CLASSES + index] as number))
        for (let i = 0; i < EMBEDDING; i++)
          sums[i] = (sums[i] as number) + (embeddings[patch * EMBEDDING + i] as number)
      })
    }
  }

  return {
    /** One channel at HEARING_RATE, in blocks of any size. */
    async add(block: Float32Array): Promise<void> {
      frontEnd?.add(block)
      await hear(BATCH)
    },
    async end(): Promise<Hearing> {
      frontEnd?.end()
      await hear(1)
      return hearingOf(tagger?.name ?? null, rows, embeddingOf(sums, rows.length))
    },
  }
}

function hearingOf(model: string | null, rows: readonly Float32Array[], embedding: number[] | null): Hearing {
  const columns = new Map(KEPT.map(({ name }, column) => [name, column]))
  const of = (name: ClassName) => {
    const column = columns.get(name) as number
    return Float32Array.from(rows, (row) => row[column] as number)
  }
  return {
    model,
    step: PATCH_STEP,
    length: rows.length,
    of,
    mean: (name) => of(name).reduce((sum, score) => sum + score, 0) / Math.max(1, rows.length),
    embedding,
  }
}

/** Roots keep the few strongest activations from deciding alone; with them more halves of a recording find each other. */
const embeddingOf = (sums: Float64Array, count: number): number[] | null =>
  count === 0 ? null : Array.from(sums, (sum) => Math.sqrt(sum / count))
