import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { PATCH_BANDS, PATCH_FRAMES } from './tagger.ts'
import { createYamnet } from './yamnet.ts'

const folder = process.env.MODELS_DIR || path.join(import.meta.dirname, '../../../../../shared/models')
const [weights, spectra] = await Promise.all(
  ['yamnet_spectra_in.tflite', 'yamnet_test_spectra.bin'].map((name) =>
    readFile(path.join(folder, name)).catch(() => null),
  ),
)
const here = weights && spectra

describe.skipIf(!here)('YAMNet (needs data beside the project)', () => {
  it('hears speech where its makers say that it does, and little else', async () => {
    const patch = new Float32Array(new Uint8Array(spectra as Buffer).buffer)
    expect(patch).toHaveLength(PATCH_FRAMES * PATCH_BANDS)
    const yamnet = await createYamnet(weights as Buffer)
    const { scores } = await yamnet.run(patch, 1)
    const [speech, ...others] = scores
    // a step of the published network's last layer is 0.3 in log-odds, 0.016 here
    expect(Math.abs((speech as number) - 0.945)).toBeLessThan(0.02)
    expect(Math.abs(Math.max(...others) - 0.027)).toBeLessThan(0.01)
  })
})
