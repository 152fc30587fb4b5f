import path from 'node:path'
import { codecsOf } from '../codecs.ts'
import { fault, mostBytes, PATIENCE, patience, THREADS } from '../limits.ts'
import { ladderGraph, type PlannedRung, planRungs, SEGMENT_SECONDS, SOUND_BITRATE } from '../rungs.ts'
import type { MadeRung, Run, Rung, Source } from '../transcoder.ts'
import { convert } from './convert.ts'
import { BARE } from './input.ts'
import { probe } from './probe.ts'
import type { Tools } from './tools.ts'

export async function ladder(
  tools: Tools,
  source: Source,
  { folder, rungs }: { folder: string; rungs: readonly Rung[] },
  run: Run,
): Promise<MadeRung[]> {
  const { video, audio, duration } = await probe(tools, source, run)
  if (video === null) throw fault('no_picture')
  const planned = planRungs(video, rungs)
  const made = planned.map((rung) => ({
    rung,
    file: path.join(folder, `${rung.name}.mp4`),
    playlist: path.join(folder, `${rung.name}.m3u8`),
  }))
  const graph = ladderGraph('[0:V:0]', planned, { toneMap: video.hdr && tools.toneMaps })
  const outputs = made.flatMap(({ rung, file, playlist }, index) => [
    ...['-map', `[r${index}]`, ...(audio ? ['-map', '0:a:0'] : []), ...BARE],
    ...coded(rung),
    ...['-f', 'hls', '-hls_playlist_type', 'vod', '-hls_time', String(SEGMENT_SECONDS)],
    ...['-hls_segment_type', 'fmp4', '-hls_flags', 'single_file+independent_segments'],
    ...['-hls_segment_filename', file, playlist],
  ])
  const most = planned.reduce(
    (sum, { videoBitrate }) => sum + mostBytes(videoBitrate + SOUND_BITRATE, duration),
    0,
  )
  const bounds = {
    milliseconds: patience(PATIENCE.ladder, duration),
    files: made.flatMap(({ file, playlist }) => [file, playlist, `${playlist}.tmp`]),
    bytes: most,
  }
  await convert(tools, { source, make: ['-filter_complex', graph, ...outputs], bounds, duration }, run)
  return Promise.all(
    made.map(async ({ rung: { name, width, height, videoBitrate }, file, playlist }) => ({
      ...{ name, file, playlist, width, height },
      bitrate: Math.round(videoBitrate * 1.1) + (audio ? SOUND_BITRATE : 0),
      codecs: await codecsOf(file),
    })),
  )
}

/** Quality decides the size, up to the rung's bitrate; key frames stand where segments begin, in all rungs alike. */
function coded({ videoBitrate }: PlannedRung): string[] {
  return [
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23', '-profile:v', 'high', '-a53cc', '0'],
    ...['-maxrate', String(videoBitrate), '-bufsize', String(2 * videoBitrate), '-threads', String(THREADS)],
    ...['-force_key_frames', `expr:gte(t,n_forced*${SEGMENT_SECONDS})`, '-sc_threshold', '0', '-g', '600'],
    ...['-fps_mode', 'vfr', '-c:a', 'aac', '-b:a', String(SOUND_BITRATE), '-ac', '2', '-ar', '48000'],
  ]
}

export function joined(tools: Tools, rung: MadeRung, { file }: { file: string }, run: Run): Promise<void> {
  // our own file: what it holds is known, and copying is quick whatever its length
  const make = [
    '-map',
    '0:v:0',
    '-map',
    '0:a:0?',
    ...BARE,
    '-c',
    'copy',
    '-movflags',
    '+faststart',
    '-f',
    'mp4',
  ]
  return convert(
    tools,
    {
      source: { path: rung.file, container: 'mov' },
      make: [...make, `file:${file}`],
      bounds: { milliseconds: patience(PATIENCE.joined, Number.POSITIVE_INFINITY), files: [file] },
      duration: Number.POSITIVE_INFINITY,
    },
    run,
  )
}
