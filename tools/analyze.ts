/** For people with files: says what the audio engine hears in them. */
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { card } from './analyze/card.ts'
import { prepare } from './analyze/equipment.ts'
import type { Outcome } from './analyze/file.ts'
import { analyzeAll } from './analyze/pool.ts'
import { createProgress } from './analyze/progress.ts'

const USAGE = `Says what is to be heard in recordings: tempo, key, loudness, structure, genres, moods, instruments and more.

  npm run -s analyze -- [--json] [--full] FILE…

  --json   one line of JSON a file: all measures and estimates, and every label with its probability; a file that cannot
           be analysed has a line with "error" and "code"
  --full   with --json: also every beat, the curves along the recording, and the embedding
  --help   this

MP3, WAV, Ogg, Opus, M4A, FLAC, AIFF and the sound of MP4, MOV, AVI, MKV and WebM, up to four hours each. The exit code is 1
when a file could not be analysed, and 2 when nothing was to be done. The tagging model is looked for in MODELS_DIR, then
in the data folder, and fetched once where it is in neither; MODELS_URL=off leaves it out.`

type Wishes = { json: boolean; full: boolean }

/** Gives the exit code. */
async function main(args: string[]): Promise<number> {
  const asked = readArguments(args)
  if (typeof asked === 'string') {
    console.error(asked)
    return 2
  }
  if (asked.help) {
    console.log(USAGE)
    return 0
  }
  const { files } = asked
  const progress = createProgress(process.stderr, files)
  const equipment = await prepare(progress.say, progress.show)
  // npm changes to the folder of the repository, and remembers where it was called
  const here = process.env.npm_lifecycle_event === 'analyze' ? process.env.INIT_CWD : undefined
  const paths = files.map((file) => (file === '' ? '' : resolve(here ?? '.', file)))
  let [index, bad] = [0, 0]
  const all = analyzeAll(paths, equipment, { atOnce: availableParallelism(), onProgress: progress.tell })
  for await (const outcome of all) {
    const file = files[index++] ?? ''
    if ('error' in outcome) bad++
    progress.clear()
    console.log(asked.json ? line(file, outcome, asked) : forPeople(file, outcome))
  }
  progress.clear()
  return bad > 0 ? 1 : 0
}

/** What was asked for, or what is wrong with it. */
function readArguments(args: string[]): (Wishes & { help: boolean; files: string[] }) | string {
  const flag = { type: 'boolean', default: false } as const
  try {
    const options = { json: flag, full: flag, help: flag }
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    return positionals.length === 0 && !values.help ? USAGE : { ...values, files: positionals }
  } catch (error) {
    return `${(error as Error).message}\n\n${USAGE}`
  }
}

function line(file: string, outcome: Outcome, { full }: Wishes): string {
  if ('error' in outcome) return JSON.stringify({ file, ...outcome })
  const { beats, energy_curve, chroma, embedding, ...analysis } = outcome.analysis
  const long = { beats, energy_curve, chroma, embedding }
  return JSON.stringify({ file, ...analysis, ...(full && long) })
}

const forPeople = (file: string, outcome: Outcome): string =>
  'error' in outcome ? `${file}: error: ${outcome.error}\n` : `${card(file, outcome.analysis)}\n`

// whoever reads only the first lines, as head does, has had enough
process.stdout.on('error', () => process.exit(1))
process.exitCode = await main(process.argv.slice(2))
