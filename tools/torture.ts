/**
 * `npm run torture` kills the product 50 times in the middle of writing, in some rounds with its database, and checks
 * after each start that everything it acknowledged is there. `-- --rounds N` is shorter, `--seed TEXT` another chance.
 * `npm run torture -- chat` kills it 20 times while people talk; `npm run torture -- uploads` cuts a video of 300 MB
 * (`--mb N`) off three times on its way.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { tortureChat } from './torture/chat.ts'
import { torture } from './torture/run.ts'
import { tortureUpload } from './torture/upload.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string' },
    seed: { type: 'string', default: Date.now().toString(36) },
    mb: { type: 'string', default: '300' },
  },
})
const dataDir = await mkdtemp(join(tmpdir(), 'sms-torture-'))
const say = (line: string) => console.log(line)
const began = performance.now()
const minutes = () => ((performance.now() - began) / 60_000).toFixed(1)

if (positionals[0] === 'uploads') {
  say(`a video of ${values.mb} MB, in ${dataDir}`)
  await tortureUpload({ dataDir, bytes: Number(values.mb) * 1_048_576, silently: true, say })
  say(`cut three times and here in ${minutes()} minutes.`)
} else if (positionals[0] === 'chat') {
  say(`seed ${values.seed}, in ${dataDir}`)
  const rounds = Number(values.rounds ?? 20)
  const kept = await tortureChat({ dataDir, rounds, seed: values.seed, say })
  say(
    `${rounds} rounds in ${minutes()} minutes: ${kept} messages, all there once, in one order without a gap.`,
  )
} else {
  say(`seed ${values.seed}, in ${dataDir}`)
  const { rounds, acknowledged, unanswered, swept } = await torture({
    dataDir,
    rounds: Number(values.rounds ?? 50),
    seed: values.seed,
    say,
  })
  say(
    `${rounds} rounds in ${minutes()} minutes: ${acknowledged} writes acknowledged and all there once, ` +
      `${unanswered} never answered and each there once when asked again, ${swept} files swept, no job stuck.`,
  )
}
await rm(dataDir, { recursive: true, force: true })
