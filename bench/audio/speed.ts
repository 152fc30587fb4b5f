import { execFile, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { root } from '../../tools/programs.ts'
import type { Clip } from './clips.ts'
import type { Figure } from './figures.ts'

const SECONDS = 600
const MB = 1_048_576
/** Of the clock of /proc, on every Linux there is. */
const TICKS_A_SECOND = 100

/** Time and memory of the command on a file of ten minutes, made of clips one after the other. */
export async function speedFigures(clips: readonly Clip[]): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sms-bench-audio-'))
  try {
    const file = path.join(folder, 'long.flac')
    await makeLong(clips, file)
    const { clock, processor, memory } = await analyse(file)
    const figure = (name: string, value: number | null, unit: string): Figure => ({
      ...{ name, group: 'ten minutes', value, unit, clips: 1 },
    })
    return [
      figure('speed by the clock', SECONDS / clock, '× real time'),
      figure('speed of one core', processor && SECONDS / processor, '× real time'),
      figure('memory at most', memory && memory / MB, 'MB'),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function makeLong(clips: readonly Clip[], file: string): Promise<void> {
  const inputs = clips.flatMap((clip) => ['-i', clip.path])
  const form = 'aresample=44100,aformat=sample_fmts=s16:channel_layouts=stereo'
  const each = clips.map((_, i) => `[${i}:a]${form}[a${i}]`).join(';')
  const joined = `${clips.map((_, i) => `[a${i}]`).join('')}concat=n=${clips.length}:v=0:a=1[one]`
  const looped = `[one]aloop=loop=-1:size=${SECONDS * 44_100},atrim=end=${SECONDS}[all]`
  const filter = ['-filter_complex', `${each};${joined};${looped}`, '-map', '[all]']
  await promisify(execFile)('ffmpeg', ['-nostdin', '-v', 'error', ...inputs, ...filter, file])
}

/** Seconds by the clock, seconds of our processor time without the decoder's, and bytes; what the system does not tell is null. */
async function analyse(file: string) {
  const began = performance.now()
  const child = spawn(process.execPath, [path.join(root, 'tools/analyze.ts'), '--json', file], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const taken: { processor: number | null; memory: number | null } = { processor: null, memory: null }
  const look = setInterval(async () => {
    const of = (name: string) => readFile(`/proc/${child.pid}/${name}`, 'utf8').catch(() => '')
    const [status, stat] = await Promise.all([of('status'), of('stat')])
    const peak = /VmHWM:\s+(\d+) kB/.exec(status)?.[1]
    if (peak) taken.memory = Number(peak) * 1024
    // behind the name, which may hold anything
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields.length > 12) taken.processor = (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
  }, 50)
  const code = await new Promise((resolve) => child.once('close', resolve))
  clearInterval(look)
  if (code !== 0) throw new Error(`the command ended with ${code}`)
  return { clock: (performance.now() - began) / 1000, ...taken }
}
