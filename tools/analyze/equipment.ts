import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { readConfig } from '../../apps/server/src/platform/config/config.ts'
import type { Equipment } from './messages.ts'

/** What the settings of the environment give to work with; says what is missing. */
export async function prepare(say: (line: string) => void): Promise<Equipment> {
  // a secret is of no use here, and none is made in the data folder
  const { transcoder, ffmpegPath, modelsDir } = readConfig({ SESSION_SECRET: 'unused', ...process.env })
  const model = await readFile(path.join(modelsDir, 'yamnet_spectra_in.tflite')).catch(() => null)
  if (!model) say('Without the tagging model: tags and estimates come from the signal alone.')
  return { transcoder: { transcoder, ffmpegPath }, model }
}
