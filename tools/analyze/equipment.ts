import { readConfig } from '../../apps/server/src/platform/config/config.ts'
import { createLog } from '../../apps/server/src/platform/log/log.ts'
import { createModels } from '../../apps/server/src/platform/models/models.ts'
import type { Equipment } from './messages.ts'

/** What the settings of the environment give to work with; says what is fetched and what is missing. */
export async function prepare(say: (line: string) => void): Promise<Equipment> {
  // a secret is of no use here, and none is made in the data folder
  const config = readConfig({ SESSION_SECRET: 'unused', ...process.env })
  const { transcoder, ffmpegPath } = config
  let quarters = 0
  const onProgress = (share: number) => {
    if (Math.floor(share * 4) <= quarters) return
    quarters = Math.floor(share * 4)
    say(`Fetching the tagging model: ${quarters * 25} %`)
  }
  const model = await createModels(config, createLog('silent')).tagging({ onProgress })
  if (!model) say('Without the tagging model: tags and estimates come from the signal alone.')
  return { transcoder: { transcoder, ffmpegPath }, model }
}
