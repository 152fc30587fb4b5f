import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { FORMATS, mediaFile } from '../../../test/recordings.ts'
import {
  aviWithSubtitles,
  flacThatSays,
  movieThatSays,
  movWithReference,
  movWithTracks,
  mp3WithLinkedCover,
  playlists,
  spoil,
  wavThatSays,
} from './attacks-for-tests.ts'
import { childrenOf } from './children-for-tests.ts'
import { recogniseRecording } from './recognise.ts'
import { RUNGS } from './rungs.ts'
import { type Container, MediaFault, type Source, type Transcoder } from './transcoder.ts'

const CONTAINERS: Container[] = ['mov', 'matroska', 'avi', 'mp3', 'wav', 'ogg', 'flac', 'aiff']
const run = { signal: new AbortController().signal }

/** Files that want to read, connect or exhaust something: each ends within its limits, refused or harmless. */
export function attackSuite(find: () => Promise<Transcoder>): void {
  let tool: Transcoder
  let folder: string
  let listener: Server
  let address: string
  let connections = 0
  let children: number[]
  let files = 0

  beforeAll(async () => {
    tool = await find()
    folder = await mkdtemp(path.join(tmpdir(), 'attack-'))
    listener = createServer((socket) => {
      connections++
      socket.destroy()
    })
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(listener.address() as { port: number }).port}/canary.mp4`
  })
  afterAll(async () => {
    listener.close()
    await rm(folder, { recursive: true, force: true })
  })
  beforeEach(async () => {
    connections = 0
    children = await childrenOf(process.pid)
  })
  afterEach(async () => {
    expect(connections).toBe(0)
    expect(await childrenOf(process.pid)).toEqual(children)
  })

  async function kept(bytes: Uint8Array | string, name = 'x.mp4'): Promise<string> {
    const file = path.join(folder, `${++files}-${name}`)
    await writeFile(file, bytes)
    return file
  }

  /** All that is done with a recording; gives what was made, or the fault. */
  async function everything(source: Source): Promise<Buffer | MediaFault> {
    try {
      const { video, audio } = await tool.probe(source, run)
      const to = await mkdtemp(path.join(folder, 'made-'))
      const made: string[] = []
      if (audio) {
        made.push(path.join(to, 'sound.m4a'))
        await tool.sound(source, { file: made.at(-1)! }, run)
        for await (const chunk of tool.samples(source, 8000, run)) expect(chunk.length).toBeGreaterThan(0)
      }
      if (video) {
        made.push(path.join(to, 'still.png'))
        await tool.still(source, { file: made.at(-1)!, at: 0.5 }, run)
        const rungs = await tool.ladder(source, { folder: to, rungs: RUNGS }, run)
        made.push(...rungs.map((rung) => rung.file))
      }
      return Buffer.concat(await Promise.all(made.map((file) => readFile(file))))
    } catch (error) {
      if (error instanceof MediaFault) return error
      throw error
    }
  }

  const fault = (code: string) => expect.objectContaining({ constructor: MediaFault, code })

  it('32: playlists by any name, for any reader, are refused', async () => {
    const real = mediaFile('clip.mp4')
    for (const target of [address, `file:${real}`]) {
      for (const [kind, text] of Object.entries(playlists(target))) {
        const file = await kept(text)
        expect(await recogniseRecording(file), kind).toBeNull()
        // and if it were recognised after all: no reader reads it as what it is
        const container = CONTAINERS[files % CONTAINERS.length]!
        await expect(tool.probe({ path: file, container }, run), kind).rejects.toThrow(MediaFault)
      }
    }
  })

  it('32: a playlist inside an AVI, as subtitles, is not opened', async () => {
    const avi = await readFile(mediaFile('clip.avi'))
    const real = mediaFile('clip.mp4')
    const subtitles = '1\n00:00:00,000 --> 00:00:02,000\nhello\n'
    for (const text of [
      playlists(address).HLS!,
      playlists(real).HLS!,
      playlists(real).ffconcat!,
      subtitles,
    ]) {
      const source: Source = { path: await kept(aviWithSubtitles(avi, text), 'x.avi'), container: 'avi' }
      expect(await recogniseRecording(source.path)).toMatchObject({ extension: 'avi' })
      await tool.still(source, { file: path.join(folder, 'subtitles.png'), at: 0 }, run)
    }
  })

  it('32: a movie that lies in another file is not fetched from there', async () => {
    const mov = await readFile(mediaFile('clip.mov'))
    const elsewhere = await kept(mov, 'canary.mov')
    // its own pictures are taken out, so that any that come are the other file's
    const emptied = movWithReference(mov, elsewhere)
    const start = emptied.indexOf('mdat') + 4
    emptied.fill(0, start, emptied.indexOf('moov') - 4)
    expect(await everything({ path: await kept(emptied, 'x.mov'), container: 'mov' })).toEqual(
      fault('file_corrupt'),
    )
  })

  it('32: what is attached or linked stays behind', async () => {
    const attached = await everything({ path: mediaFile('attached.mkv'), container: 'matroska' })
    expect(String(attached)).not.toContain('EXTM3U')
    const mp3 = await readFile(mediaFile('tone.mp3'))
    const linked = await kept(mp3WithLinkedCover(mp3, address), 'x.mp3')
    expect(await recogniseRecording(linked)).toMatchObject({ extension: 'mp3' })
    expect(await everything({ path: linked, container: 'mp3' })).toBeInstanceOf(Buffer)
  })

  it('32: a name has no say', async () => {
    const bytes = await readFile(mediaFile('clip.mp4'))
    for (const name of ['x.avi', 'x.m3u8', '%d.mp4', 'pipe:0.mp4']) {
      const source: Source = { path: await kept(bytes, name), container: 'mov' }
      expect(await tool.probe(source, run)).toMatchObject({ video: { codec: 'h264' } })
    }
  })

  it('33: ten hours are too long, said truly, falsely or not at all', async () => {
    const flac = await readFile(mediaFile('ten-hours.flac'))
    const probe = (container: Container, file: string) => tool.probe({ path: file, container }, run)
    await expect(probe('flac', mediaFile('ten-hours.flac'))).rejects.toEqual(fault('too_long'))
    await expect(probe('flac', await kept(flacThatSays(flac, 0)))).rejects.toEqual(fault('too_long'))
    const movie = movieThatSays(await readFile(mediaFile('clip.mov')), 36_000)
    const [said, wav] = [await kept(movie), await kept(wavThatSays(36_000))]
    for (const result of [
      await everything({ path: said, container: 'mov' }),
      await everything({ path: wav, container: 'wav' }),
    ]) {
      // whoever believes the header refuses; whoever looks finds one or two seconds
      if (result instanceof MediaFault) expect(result.code).toBe('too_long')
    }
  })

  it('33: a file that plays longer than it says is cut off at the limit', async () => {
    const flac = flacThatSays(await readFile(mediaFile('ten-hours.flac')), 16_000)
    const source: Source = { path: await kept(flac), container: 'flac' }
    const listen = async () => {
      for await (const chunk of tool.samples(source, 1000, run)) expect(chunk.length).toBeGreaterThan(0)
    }
    const outcome = await listen().catch((error: unknown) => error)
    if (outcome !== undefined) expect(outcome).toEqual(fault('too_long'))
  })

  it('33: too many pixels or tracks are refused; too many frames are left out', async () => {
    const probe = (file: string) => tool.probe({ path: file, container: 'mov' }, run)
    await expect(probe(mediaFile('huge.mp4'))).rejects.toEqual(fault('too_demanding'))
    const tracks = await kept(movWithTracks(await readFile(mediaFile('clip.mov')), 3000))
    await expect(probe(tracks)).rejects.toEqual(fault('too_demanding'))
    expect(await probe(mediaFile('1000-frames.mp4'))).toMatchObject({ video: { width: 160 } })
  })

  it.each([
    ['without-index.mp4', 'mov'],
    ['garbage.mp4', 'mov'],
  ] as const)('33: %s is said to be damaged', async (file, container) => {
    expect(await everything({ path: mediaFile(file), container })).toEqual(fault('file_corrupt'))
  })

  it('33: of a file that was cut off there is what there is', async () => {
    expect(await everything({ path: mediaFile('cut-short.mp4'), container: 'mov' })).toBeInstanceOf(Buffer)
  })

  it('33: a file without pictures has no ladder, one without sound no sound', async () => {
    const [mute, blind] = [mediaFile('without-sound.mp4'), mediaFile('tone.m4a')]
    const nowhere = path.join(folder, 'nothing')
    await expect(tool.sound({ path: mute, container: 'mov' }, { file: nowhere }, run)).rejects.toEqual(
      fault('no_stream'),
    )
    const ladder = tool.ladder({ path: blind, container: 'mov' }, { folder, rungs: RUNGS }, run)
    await expect(ladder).rejects.toEqual(fault('no_stream'))
  })

  it.each(FORMATS)(
    '33: $file with bytes changed at random ends well or as a fault',
    async ({ file, container }) => {
      const bytes = await readFile(mediaFile(file))
      const source: Source = { path: await kept(spoil(bytes, 1, 60)), container }
      const result = await everything(source)
      expect(result instanceof MediaFault || result instanceof Buffer).toBe(true)
    },
  )
}
