import { readConfig } from '../../apps/server/src/platform/config/config.ts'
import { createLog } from '../../apps/server/src/platform/log/log.ts'
import { createModels } from '../../apps/server/src/platform/models/models.ts'
import type { Equipment } from './messages.ts'

/**
 * What the settings of the environment give to work with. The tagging model is fetched where there is none yet; `say` is told
 * when it could not be, `show` how far that is.
 */
export async function prepare(
  say: (line: string) => void,
  show: (line: string) => void = () => {},
): Promise<Equipment> {
  // a secret is of no use here, and none is made in the data folder
  const config = readConfig({ SESSION_SECRET: 'unused', ...process.env })
  const models = createModels(config, createLog('silent'))
  const onProgress = (share: number) => show(`${Math.round(share * 100)} %  the tagging model`)
  const model = await models.tagging({ onProgress })
  if (!model) {
    const why = config.modelsUrl === null ? 'as MODELS_URL says' : 'as it could not be fetched'
    say(`Without the tagging model, ${why}: tags and estimates come from the signal alone.`)
  }
  return { transcoder: { transcoder: config.transcoder, ffmpegPath: config.ffmpegPath }, model }
}
