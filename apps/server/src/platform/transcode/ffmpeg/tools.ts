import { execFile } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

/** The programs of one machine, by their full paths. */
export type Tools = {
  ffmpeg: string
  ffprobe: string
  version: string
  /** Whether it can make HDR fit for every screen. */
  toneMaps: boolean
  /** Ends a child when we die and keeps it from ever gaining rights; Linux has it. */
  setpriv: string | null
  /** Bounds what a child may ask of the system; Linux has it. */
  prlimit: string | null
}

/** Older ones lack `-fps_mode`. */
const OLDEST = 5.1
const NEEDED = { encoders: ['libx264', 'aac', 'png'], muxers: ['hls', 'mp4'], filters: ['scale', 'split'] }

const run = promisify(execFile)

/**
 * The machine's ffmpeg with its ffprobe beside it.
 * @param ffmpeg its name or path
 * @returns what is missing, in words, when it does not do
 */
export async function findTools(ffmpeg: string): Promise<Tools | { missing: string }> {
  const found = await which(ffmpeg)
  if (!found) return { missing: `there is no ${ffmpeg}` }
  const ffprobe = (await which(path.join(path.dirname(found), 'ffprobe'))) ?? (await which('ffprobe'))
  if (!ffprobe) return { missing: `there is no ffprobe beside ${found}` }
  try {
    const version = /^ffmpeg version (\S+)/.exec(await ask(found, '-version'))?.[1] ?? '?'
    // builds from the repository are called by a commit, and are new
    const number = Number(/^n?(\d+\.\d+)/.exec(version)?.[1] ?? Infinity)
    if (number < OLDEST) return { missing: `${found} is ${version}, and ${OLDEST} is needed` }
    const filters = await names(found, 'filters')
    for (const [sort, needed] of Object.entries(NEEDED)) {
      const there = sort === 'filters' ? filters : await names(found, sort)
      const lacking = needed.filter((name) => !there.has(name))
      if (lacking.length > 0) return { missing: `${found} has no ${sort} ${lacking.join(', ')}` }
    }
    const [setpriv, prlimit] = await Promise.all([which('setpriv'), which('prlimit')])
    const toneMaps = filters.has('zscale') && filters.has('tonemap')
    return { ffmpeg: found, ffprobe, version, toneMaps, setpriv, prlimit }
  } catch (error) {
    return { missing: `${found} does not run: ${(error as Error).message}` }
  }
}

async function ask(ffmpeg: string, question: string): Promise<string> {
  const { stdout } = await run(ffmpeg, ['-hide_banner', question], { timeout: 20_000, maxBuffer: 4_194_304 })
  return stdout
}

/** Lists begin with flags, then the name. */
async function names(ffmpeg: string, sort: string): Promise<Set<string>> {
  return new Set(
    [...(await ask(ffmpeg, `-${sort}`)).matchAll(/^ *[A-Z.|]+ +(\S+)/gm)].map((line) => line[1]!),
  )
}

/** The full path of a program: as named when it is a path, else along PATH. */
async function which(name: string): Promise<string | null> {
  const folders = path.dirname(name) === '.' ? (process.env.PATH ?? '').split(path.delimiter) : ['']
  for (const folder of folders) {
    for (const extension of process.platform === 'win32' ? ['.exe', ''] : ['']) {
      const file = path.resolve(folder, name + extension)
      if (await isProgram(file)) return file
    }
  }
  return null
}

const isProgram = (file: string) =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  )
