import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectCleanByExiftool } from '../../../test/exiftool.ts'
import { FORMATS, mediaFile } from '../../../test/recordings.ts'
import { wavOf } from '../../../test/sounds.ts'
import { cornersOf } from '../images/photos-for-tests.ts'
import { boxesAt, handlersOf, movieSeconds, pictureOf, readBoxes, soundOf } from './boxes-for-tests.ts'
import { childrenOf } from './children-for-tests.ts'
import { RUNGS } from './rungs.ts'
import type { Container, MadeRung, Source, Transcoder } from './transcoder.ts'

const run = { signal: new AbortController().signal }
const movie = (file: string): Source => ({ path: mediaFile(file), container: 'mov' })
const boxesOf = async (file: string) => readBoxes(await readFile(file))

/**
 * What both tools must do, on small real files of every format.
 * @param find the tool; `reader` reads what it made, another tool where the machine has one
 */
export function transcoderSuite(find: () => Promise<{ tool: Transcoder; reader: Transcoder }>): void {
  let tool: Transcoder
  let reader: Transcoder
  let folder: string
  let files = 0
  const fresh = (extension: string) => path.join(folder, `${++files}.${extension}`)
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'transcoder-'))
    ;({ tool, reader } = await find())
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const rungFolder = () => mkdtemp(path.join(folder, 'rungs-'))
  const ladder = async (source: Source) =>
    tool.ladder(source, { folder: await rungFolder(), rungs: RUNGS }, run)

  async function stillOf(by: Transcoder, source: Source, at = 0.5): Promise<Buffer> {
    const file = fresh('png')
    await by.still(source, { file, at }, run)
    return readFile(file)
  }

  describe('probe', () => {
    const pictures: Record<string, string> = { avi: 'mpeg4', webm: 'vp9' }
    const sounds: Record<string, string> = {
      ...{ mp3: 'mp3', wav: 'pcm_s16le', ogg: 'vorbis', opus: 'opus', flac: 'flac', aiff: 'pcm_s16be' },
      ...{ avi: 'mp3', mkv: 'opus', webm: 'opus' },
    }
    it.each(FORMATS)('reads $file', async ({ file, kind, container, extension }) => {
      const found = await tool.probe({ path: mediaFile(file), container }, run)
      const short = ['wav', 'aiff'].includes(extension)
      expect(found.duration).toBeCloseTo(short ? 1 : 2, 1)
      expect(found.bitrate).toBeGreaterThan(10_000)
      expect(found.audio).toEqual({
        codec: sounds[extension] ?? 'aac',
        channels: short ? 1 : 2,
        sampleRate: short ? 8000 : 48_000,
      })
      const picture = {
        width: 160,
        height: 88,
        codec: pictures[extension] ?? 'h264',
        frameRate: 25,
        hdr: false,
      }
      expect(found.video).toEqual(kind === 'audio' ? null : picture)
    })

    it('reads tags, and takes no cover for a video', async () => {
      const tags = { title: 'Set 1', artist: 'Spinvis', album: 'Tivoli' }
      for (const [file, container, date] of [
        ['tone.mp3', 'mp3', '2024'],
        ['tone.flac', 'flac', '2024-12-01'],
      ] as const) {
        const found = await tool.probe({ path: mediaFile(file), container }, run)
        expect(found).toMatchObject({ video: null, tags: { ...tags, date } })
      }
    })

    it('reads when and where', async () => {
      const point = { latitude: 52.0921, longitude: 5.1233 }
      expect(await tool.probe(movie('located.mov'), run)).toMatchObject({
        recordedAt: '2024-12-01T21:12:45+01:00',
        point,
      })
      expect(await tool.probe(movie('located.mp4'), run)).toMatchObject({
        recordedAt: '2024-12-01T20:12:45Z',
        point,
      })
    })

    it.each([
      ['portrait.mp4', 'mov', { video: { width: 180, height: 320 } }],
      ['hdr.mp4', 'mov', { video: { codec: 'hevc', hdr: true }, audio: null }],
      ['without-sound.mp4', 'mov', { audio: null }],
      ['sound-only.mp4', 'mov', { video: null }],
      ['sound-only.webm', 'matroska', { video: null }],
      ['surround.wav', 'wav', { audio: { channels: 6 } }],
    ] as const)('reads %s as it is shown and heard', async (file, container, expected) => {
      expect(await tool.probe({ path: mediaFile(file), container }, run)).toMatchObject(expected)
    })
  })

  describe('pictures', () => {
    it.each(['clip.mp4', 'portrait.mp4'])('takes an upright still of %s', async (file) => {
      const png = await stillOf(tool, movie(file))
      expect(await cornersOf(png)).toBe('abcd')
      const { width, height } = (await tool.probe(movie(file), run)).video!
      expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width, height })
    })

    it('takes the first picture where there is none any more, and shrinks a large one', async () => {
      const png = await stillOf(tool, movie('full-hd.mp4'), 50)
      expect(await cornersOf(png)).toBe('abcd')
      expect(await sharp(png).metadata()).toMatchObject({ width: 1600, height: 900 })
    })

    it('brings HDR to what every screen shows', async () => {
      const { data, info } = await sharp(await stillOf(tool, movie('hdr.mp4')))
        .raw()
        .toBuffer({ resolveWithObject: true })
      const strongest = (x: number, y: number) => {
        const at = (y * info.width + x) * info.channels
        const pixel = [...data.subarray(at, at + 3)]
        return pixel.indexOf(Math.max(...pixel))
      }
      expect([strongest(20, 20), strongest(140, 20), strongest(20, 70)]).toEqual([0, 1, 2])
    })

    it('makes a silent preview', async () => {
      const file = fresh('mp4')
      await tool.preview(movie('full-hd.mp4'), { file, at: 0.5, seconds: 1 }, run)
      const boxes = await boxesOf(file)
      expect(boxes.map(({ type }) => type).slice(0, 2)).toEqual(['ftyp', 'moov'])
      expect(handlersOf(boxes)).toEqual(['vide'])
      expect(pictureOf(boxes)).toMatchObject({ width: 320, height: 180 })
      expect(Math.abs(movieSeconds(boxes) - 1)).toBeLessThan(0.1)
      expect(await cornersOf(await stillOf(reader, { path: file, container: 'mov' }))).toBe('abcd')
    })
  })

  describe('ladder', () => {
    it('makes the rungs of a large video from one decode, which play, and joins one', async () => {
      const shares: number[] = []
      const progress = { ...run, onProgress: (share: number) => void shares.push(share) }
      const made = await tool.ladder(
        movie('full-hd.mp4'),
        { folder: await rungFolder(), rungs: RUNGS },
        progress,
      )
      expect(made.map(({ name, width, height }) => ({ name, width, height }))).toEqual([
        { name: '360p', width: 640, height: 360 },
        { name: '720p', width: 1280, height: 720 },
        { name: '1080p', width: 1920, height: 1080 },
      ])
      for (const rung of made) {
        const boxes = await expectPlaylist(rung, [2])
        expect(handlersOf(boxes)).toEqual(['vide', 'soun'])
        const { profile, ...size } = pictureOf(boxes)
        expect(size).toEqual({ width: rung.width, height: rung.height })
        expect(rung.codecs).toBe(`avc1.${profile},mp4a.40.2`)
      }
      expect([...shares].sort((a, b) => a - b)).toEqual(shares)
      expect(shares.at(-1)).toBe(1)
      const still = await stillOf(reader, { path: made[0]!.file, container: 'mov' })
      expect(await cornersOf(still)).toBe('abcd')
      await expectJoined(made[0]!)
    })

    async function expectJoined(rung: MadeRung): Promise<void> {
      const file = fresh('mp4')
      await tool.joined(rung, { file }, run)
      const boxes = await boxesOf(file)
      const types = boxes.map(({ type }) => type)
      expect(types.indexOf('moov')).toBeLessThan(types.indexOf('mdat'))
      expect(types).not.toContain('moof')
      expect(handlersOf(boxes)).toEqual(['vide', 'soun'])
      expect(Math.abs(movieSeconds(boxes) - 2)).toBeLessThan(0.1)
      expect(await reader.probe({ path: file, container: 'mov' }, run)).toMatchObject({
        video: { width: rung.width, height: rung.height, codec: 'h264' },
        audio: { codec: 'aac', channels: 2 },
      })
    }

    it('begins a segment each four seconds', async () => {
      const [rung, ...more] = await ladder(movie('nine-seconds.mp4'))
      expect(more).toEqual([])
      expect(rung).toMatchObject({ name: '360p', width: 160, height: 88 })
      const boxes = await expectPlaylist(rung!, [4, 4, 1])
      expect(handlersOf(boxes)).toEqual(['vide'])
      expect(rung!.codecs).toMatch(/^avc1\.[0-9a-f]{6}$/)
    })

    it('turns a portrait upright and keeps at most 60 frames a second', async () => {
      const [portrait] = await ladder(movie('portrait.mp4'))
      expect(portrait).toMatchObject({ name: '360p', width: 180, height: 320 })
      const source: Source = { path: portrait!.file, container: 'mov' }
      expect(await cornersOf(await stillOf(reader, source, 0))).toBe('abcd')
      const [slow] = await ladder(movie('1000-frames.mp4'))
      const { video } = await reader.probe({ path: slow!.file, container: 'mov' }, run)
      expect(video!.frameRate).toBeGreaterThan(24)
      expect(video!.frameRate).toBeLessThan(63)
    })

    it.each([
      ['clip.avi', 'avi'],
      ['clip.mkv', 'matroska'],
      ['clip.webm', 'matroska'],
    ] as const)('takes %s', async (file, container) => {
      const [rung] = await ladder({ path: mediaFile(file), container })
      const boxes = await expectPlaylist(rung!, [2])
      expect(handlersOf(boxes)).toEqual(['vide', 'soun'])
    })
  })

  describe('sound', () => {
    const expected: [string, Container, number, number][] = [
      ...FORMATS.filter(({ kind }) => kind === 'audio').map(
        ({ file, container, extension }): [string, Container, number, number] =>
          ['wav', 'aiff'].includes(extension) ? [file, container, 1, 1] : [file, container, 2, 2],
      ),
      ['surround.wav', 'wav', 1, 2],
      ['clip.mp4', 'mov', 2, 2],
      ['sound-only.webm', 'matroska', 2, 2],
    ]
    it.each(expected)('makes AAC of %s', async (name, container, seconds, channels) => {
      const file = fresh('m4a')
      await tool.sound({ path: mediaFile(name), container }, { file }, run)
      const boxes = await boxesOf(file)
      const types = boxes.map(({ type }) => type)
      expect(types.indexOf('moov')).toBeLessThan(types.indexOf('mdat'))
      expect(handlersOf(boxes)).toEqual(['soun'])
      expect(Math.abs(movieSeconds(boxes) - seconds)).toBeLessThan(0.05)
      expect(soundOf(boxes)).toEqual({ channels, sampleRate: seconds === 1 ? 8000 : 48_000 })
    })

    it.each([
      ['mono-8khz.wav', 'wav', 1],
      ['surround.wav', 'wav', 1],
      ['tone.flac', 'flac', 2],
      ['tone.opus', 'ogg', 2],
      ['clip.mp4', 'mov', 2],
    ] as const)('reads the samples of %s', async (name, container, seconds) => {
      const chunks: Float32Array[] = []
      const source = { path: mediaFile(name), container }
      for await (const chunk of tool.samples(source, 8000, run)) chunks.push(chunk)
      const all = chunks.flatMap((chunk) => [...chunk])
      expect(Math.abs(all.length / 8000 - seconds)).toBeLessThan(0.05)
      // away from both ends, where coding rings
      const middle = all.slice(2000, 6000)
      const rises = middle.filter((value, i) => value >= 0 && middle[i - 1]! < 0).length
      expect(Math.abs(rises * 2 - 440)).toBeLessThanOrEqual(4)
      const power = middle.reduce((sum, value) => sum + value * value, 0) / middle.length
      expect(Math.abs(Math.sqrt(2 * power) - 0.5)).toBeLessThan(0.06)
    })
  })

  describe('channels', () => {
    const channelsOf = async (path: string, container: Container) => {
      const { blocks, ...sound } = await tool.channels({ path, container }, run)
      const channels: number[][] = Array.from({ length: sound.channels }, () => [])
      for await (const block of blocks) block.forEach((one, index) => void channels[index]?.push(...one))
      return { ...sound, channels }
    }

    it.each([
      ['tone.mp3', 'mp3', 48_000, 2],
      ['tone.flac', 'flac', 48_000, 2],
      ['tone.opus', 'ogg', 48_000, 2],
      ['mono-8khz.wav', 'wav', 8000, 1],
      ['clip.mp4', 'mov', 48_000, 2],
    ] as const)('reads %s at its own rate', async (name, container, rate, count) => {
      const { sampleRate, channels, duration } = await channelsOf(mediaFile(name), container)
      expect([sampleRate, channels.length]).toEqual([rate, count])
      for (const one of channels) {
        expect(Math.abs(one.length / rate - duration)).toBeLessThan(0.08)
        // away from both ends, where coding rings
        const middle = one.slice(rate / 4, (rate * 3) / 4)
        const power = middle.reduce((sum, value) => sum + value * value, 0) / middle.length
        expect(Math.abs(Math.sqrt(2 * power) - 0.5)).toBeLessThan(0.06)
      }
    })

    it.each([1, 2, 3, 4, 5, 6, 8, 10])('keeps %i channels apart, in their order', async (count) => {
      const file = fresh('wav')
      await writeFile(
        file,
        wavOf(count, 44_100, (frame, channel) => ((channel + 1) * (frame % 3)) / 32),
      )
      const { channels } = await channelsOf(file, 'wav')
      expect(channels).toHaveLength(Math.min(count, 8))
      channels.forEach((one, index) => {
        expect(one).toHaveLength(44_100)
        expect(one.slice(0, 3)).toEqual([0, (index + 1) / 32, (index + 1) / 16])
        expect(one.at(-1)).toBe((index + 1) / 16)
      })
    })

    it('brings a rate nobody needs to 192 kHz', async () => {
      const file = fresh('wav')
      await writeFile(
        file,
        wavOf(1, 384_000, (frame) => Math.sin(frame / 100) / 2),
      )
      const { sampleRate, channels } = await channelsOf(file, 'wav')
      expect(sampleRate).toBe(192_000)
      expect(Math.abs(channels[0]!.length - 192_000)).toBeLessThan(200)
    })

    it('has none of what has no sound', async () => {
      await expect(tool.channels(movie('without-sound.mp4'), run)).rejects.toMatchObject({
        code: 'no_stream',
      })
    })

    it('stops when nobody reads on', async () => {
      const before = await childrenOf(process.pid)
      for await (const _block of (await tool.channels(movie('clip.mp4'), run)).blocks) break
      await expect.poll(() => childrenOf(process.pid)).toEqual(before)
    })
  })

  it.each(['located.mov', 'located.mp4'])(
    '28: nothing that %s tells is in what is made of it',
    async (file) => {
      const source = movie(file)
      const [still, preview, sound, whole] = [fresh('png'), fresh('mp4'), fresh('m4a'), fresh('mp4')]
      await tool.still(source, { file: still, at: 1 }, run)
      await tool.preview(source, { file: preview, at: 0, seconds: 1 }, run)
      await tool.sound(source, { file: sound }, run)
      const made = await ladder(source)
      await tool.joined(made[0]!, { file: whole }, run)
      const all = [still, preview, sound, whole, ...made.flatMap((rung) => [rung.file, rung.playlist])]
      for (const each of all) {
        const bytes = (await readFile(each)).toString('latin1')
        expect(bytes).not.toMatch(/canary|52\.09|2024|apple/i)
      }
      for (const each of [preview, sound, whole]) {
        const times = boxesAt(await boxesOf(each), 'moov/mvhd').map(({ bytes }) => bytes.readUInt32BE(4))
        expect(times).toEqual([0])
      }
      await expectCleanByExiftool([still, preview, sound, whole, made[0]!.file])
    },
  )

  it('ends what is no longer wanted, and leaves nothing of it', async () => {
    const before = await childrenOf(process.pid)
    const target = await rungFolder()
    const given = new AbortController()
    const onProgress = () => given.abort()
    const call = tool.ladder(
      movie('full-hd.mp4'),
      { folder: target, rungs: RUNGS },
      { signal: given.signal, onProgress },
    )
    await expect(call).rejects.toMatchObject({ name: 'AbortError' })
    expect(await readdir(target)).toEqual([])
    expect(await childrenOf(process.pid)).toEqual(before)
    const early = tool.probe(movie('clip.mp4'), { signal: AbortSignal.abort() })
    await expect(early).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('stops reading samples when nobody listens any more', async () => {
    const before = await childrenOf(process.pid)
    for await (const chunk of tool.samples(movie('clip.mp4'), 8000, run)) {
      expect(chunk.length).toBeGreaterThan(0)
      break
    }
    await expect.poll(() => childrenOf(process.pid)).toEqual(before)
  })
}

/** Holds a playlist against its file, byte by byte; gives the boxes of the file. */
async function expectPlaylist({ name, file, playlist }: MadeRung, seconds: number[]) {
  const lines = (await readFile(playlist, 'utf8')).trim().split('\n')
  const bytes = await readFile(file)
  expect(lines[0]).toBe('#EXTM3U')
  expect(lines.at(-1)).toBe('#EXT-X-ENDLIST')
  expect(lines).toContain('#EXT-X-PLAYLIST-TYPE:VOD')
  const map = lines.map((line) => /^#EXT-X-MAP:URI="(.+)",BYTERANGE="(\d+)@0"$/.exec(line)).find(Boolean)!
  expect(map[1]).toBe(`${name}.mp4`)
  let at = Number(map[2])
  expect(readBoxes(bytes.subarray(0, at)).map(({ type }) => type)).toEqual(['ftyp', 'moov'])
  const lengths: number[] = []
  lines.forEach((line, index) => {
    const length = /^#EXTINF:([\d.]+),/.exec(line)
    if (!length) return
    lengths.push(Number(length[1]))
    const range = /^#EXT-X-BYTERANGE:(\d+)(?:@(\d+))?$/.exec(lines[index + 1]!)!
    expect(Number(range[2] ?? at)).toBe(at)
    expect(lines[index + 2]).toBe(`${name}.mp4`)
    const types = readBoxes(bytes.subarray(at, at + Number(range[1]))).map(({ type }) => type)
    expect(types).toContain('moof')
    expect(types).toContain('mdat')
    at += Number(range[1])
  })
  // nothing but an index of the segments may follow them
  expect(readBoxes(bytes.subarray(at)).filter(({ type }) => type !== 'mfra')).toEqual([])
  expect(lengths).toHaveLength(seconds.length)
  lengths.forEach((length, index) => {
    expect(Math.abs(length - seconds[index]!)).toBeLessThan(0.25)
  })
  return readBoxes(bytes)
}
