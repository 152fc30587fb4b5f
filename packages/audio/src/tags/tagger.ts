/** Log-mel patches of YAMNet's front end: 96 frames of 64 bands each. */
export const PATCH_FRAMES = 96
export const PATCH_BANDS = 64
/** What a tagger says of a patch: a score for each of AudioSet's classes that it knows, and an embedding. */
export const CLASSES = 521
export const EMBEDDING = 1024

/** Says what is to be heard in patches of sound. */
export type Tagger = {
  /** As it stands in an analysis. */
  name: string
  /** `count` patches one after the other; gives `count` × CLASSES scores, 0 to 1, and `count` × EMBEDDING values. */
  run(patches: Float32Array, count: number): Promise<{ scores: Float32Array; embeddings: Float32Array }>
  dispose(): void
}
