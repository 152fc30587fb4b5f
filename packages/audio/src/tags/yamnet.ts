import { readNetwork } from './network/layers.ts'
import { createMobilenet } from './network/mobilenet.ts'
import { PATCH_BANDS, PATCH_FRAMES, type Tagger } from './tagger.ts'

/**
 * YAMNet (Plakal & Ellis 2020, Apache-2.0): a MobileNet v1 trained on AudioSet. `weights` is the file
 * `yamnet_spectra_in.tflite`; scores are logistic functions of logits that keep the resolution of their sums.
 */
export async function createYamnet(weights: Uint8Array): Promise<Tagger> {
  const network = await createMobilenet(readNetwork(weights), PATCH_FRAMES, PATCH_BANDS)
  return {
    name: 'yamnet',
    async run(patches, count) {
      const { logits, means } = network.run(patches, count)
      return { scores: logits.map((logit) => 1 / (1 + Math.exp(-logit))), embeddings: means }
    },
    dispose() {},
  }
}
