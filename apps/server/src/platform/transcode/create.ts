import type { Log } from '../log/log.ts'
import { findFfmpeg } from './ffmpeg/find.ts'
import { MediaFault, type Transcoder } from './transcoder.ts'

export type TranscoderSettings = { transcoder: 'auto' | 'ffmpeg' | 'node-av'; ffmpegPath: string }

/** `announce` finds out ahead of the first recording what will read it, and logs it. */
export type LazyTranscoder = Transcoder & { announce(): Promise<void> }

type Found = Transcoder | { missing: string }

const REMEDY =
  'This server cannot read recordings: whoever runs it has to install ffmpeg. After that it can be tried again.'

/**
 * The machine's ffmpeg where it does, else node-av, unless the settings name one. It is looked for when it is first needed,
 * and once; where there is none a fault tells the remedy, and the next recording has it looked for again.
 */
export function createTranscoder(settings: TranscoderSettings, log: Log): LazyTranscoder {
  let found: Transcoder | undefined
  let finding: Promise<Transcoder> | undefined
  const find = async () => {
    found = await choose(settings, log)
    if (!found) throw new MediaFault('internal', REMEDY)
    return found
  }
  const tool = () => {
    finding ??= find().finally(() => {
      if (!found) finding = undefined
    })
    return finding
  }
  return {
    get name() {
      return found?.name ?? 'none'
    },
    probe: async (...call) => (await tool()).probe(...call),
    still: async (...call) => (await tool()).still(...call),
    preview: async (...call) => (await tool()).preview(...call),
    ladder: async (...call) => (await tool()).ladder(...call),
    joined: async (...call) => (await tool()).joined(...call),
    sound: async (...call) => (await tool()).sound(...call),
    async *samples(...call) {
      yield* (await tool()).samples(...call)
    },
    channels: async (...call) => (await tool()).channels(...call),
    announce: () =>
      tool().then(
        () => {},
        () => {},
      ),
  }
}

async function choose(
  { transcoder, ffmpegPath }: TranscoderSettings,
  log: Log,
): Promise<Transcoder | undefined> {
  const ways: Record<'ffmpeg' | 'node-av', () => Promise<Found>> = {
    ffmpeg: () => findFfmpeg(ffmpegPath),
    // a package of 80 MB, loaded only where it is wanted
    'node-av': async () => (await import('./node-av/find.ts')).findNodeAv(),
  }
  const missing: string[] = []
  for (const name of transcoder === 'auto' ? (['ffmpeg', 'node-av'] as const) : [transcoder]) {
    const found = await ways[name]()
    if (!('missing' in found)) {
      log.info({ transcoder: found.name }, `recordings are prepared by ${found.name}`)
      return found
    }
    missing.push(found.missing)
  }
  log.error(
    { missing },
    'recordings cannot be prepared: install ffmpeg 5.1 or newer, or set FFMPEG_PATH or TRANSCODER (docs/operator-guide.md)',
  )
  return undefined
}
