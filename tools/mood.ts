/** For people with pictures: says what mood the face reader sees in them. */
import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { IMAGE_BYTES } from '@sharemyshows/contract/moods'
import { createFaceReader, likeliest, type Picture } from '@sharemyshows/mood/face'
import { PICTURE_SIDE } from '../apps/server/src/features/moods/actions/detect-mood.ts'
import { readNets } from '../apps/server/src/features/moods/actions/face-nets.ts'
import { decodePicture } from '../apps/server/src/platform/images/index.ts'

const USAGE = `Says what mood a face shows: happy, sad, angry or neutral, and how sure that is.

  npm run -s mood -- [--json] IMAGE…

  --json   one line of JSON a file: file, mood, confidence, landmarks_detected and the scores of the four moods; a file that
           cannot be read has a line with "error"
  --help   this

JPEG, PNG and WebP of up to 5 MB. Of several faces the largest is read; without any the mood is null. Below a confidence of
0.5 better say "not sure". The exit code is 1 when a file could not be read, and 2 when nothing was to be done.`

type Opened = Picture | { error: string }
const NO_FACE = { happy: 0, sad: 0, angry: 0, neutral: 0 }

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
  const reader = await createFaceReader(await readNets())
  // npm changes to the folder of the repository, and remembers where it was called
  const here = process.env.npm_lifecycle_event === 'mood' ? process.env.INIT_CWD : undefined
  const open = (file: string | undefined) =>
    file === undefined ? undefined : openFile(resolve(here ?? '.', file))
  let bad = 0
  let next = open(asked.files[0])
  for (const [index, file] of asked.files.entries()) {
    const picture = (await next) as Opened
    // the next one is decoded while this one is read
    next = open(asked.files[index + 1])
    await new Promise(setImmediate)
    const found = 'error' in picture ? picture : look(reader.read(picture))
    if ('error' in found) bad++
    console.log(asked.json ? JSON.stringify({ file, ...found }) : `${file}: ${forPeople(found)}`)
  }
  return bad > 0 ? 1 : 0
}

/** What was asked for, or what is wrong with it. */
function readArguments(args: string[]): { json: boolean; help: boolean; files: string[] } | string {
  const flag = { type: 'boolean', default: false } as const
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { json: flag, help: flag },
      allowPositionals: true,
    })
    return positionals.length === 0 && !values.help ? USAGE : { ...values, files: positionals }
  } catch (error) {
    return `${(error as Error).message}\n\n${USAGE}`
  }
}

async function openFile(path: string): Promise<Opened> {
  try {
    if ((await stat(path)).size > IMAGE_BYTES) return { error: 'This picture is larger than 5 MB.' }
    const picture = await decodePicture(await readFile(path), PICTURE_SIDE)
    return picture.ok ? picture : { error: picture.message }
  } catch (error) {
    return { error: (error as Error).message }
  }
}

function look({
  landmarks_detected,
  scores,
}: ReturnType<Awaited<ReturnType<typeof createFaceReader>>['read']>) {
  return { ...likeliest(scores), landmarks_detected, scores: scores ?? NO_FACE }
}

function forPeople(found: ReturnType<typeof look> | { error: string }): string {
  if ('error' in found) return `error: ${found.error}`
  return found.mood === null ? 'no face' : `${found.mood}, ${Math.round(100 * found.confidence)} %`
}

// whoever reads only the first lines, as head does, has had enough
process.stdout.on('error', () => process.exit(1))
process.exitCode = await main(process.argv.slice(2))
