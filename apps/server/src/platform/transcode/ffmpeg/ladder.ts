import { joinedBounds, ladderBounds, rungFiles } from '../bounds.ts'
import { describeRung } from '../describe.ts'
import { RUNG_CRF, RUNG_SOUND, SEGMENT_SECONDS } from '../forms.ts'
import { fault, THREADS } from '../limits.ts'
import { ladderGraph, type PlannedRung, planRungs } from '../rungs.ts'
import type { MadeRung, Run, Rung, Source } from '../transcoder.ts'
import { convert } from './convert.ts'
import { BARE } from './input.ts'
import { probe } from './probe.ts'
import { soundCoded } from './sound.ts'
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
  const toneMap = video.hdr && tools.toneMaps
  const make = ladderMake(planned, folder, { toneMap, sound: audio !== null })
  await convert(tools, { source, make, bounds: ladderBounds(folder, planned, duration), duration }, run)
  return Promise.all(
    planned.map(({ name, width, height }) =>
      describeRung({ ...{ name, width, height }, ...rungFiles(folder, { name }) }),
    ),
  )
}

/** What a ladder is made with. */
export function ladderMake(
  rungs: readonly PlannedRung[],
  folder: string,
  { toneMap, sound }: { toneMap: boolean; sound: boolean },
): string[] {
  const outputs = rungs.flatMap((rung, index) => {
    const { file, playlist } = rungFiles(folder, rung)
    return [
      ...['-map', `[r${index}]`, ...(sound ? ['-map', '0:a:0', ...soundCoded(RUNG_SOUND)] : []), ...BARE],
      ...pictureCoded(rung),
      ...['-f', 'hls', '-hls_playlist_type', 'vod', '-hls_time', String(SEGMENT_SECONDS)],
      ...['-hls_segment_type', 'fmp4', '-hls_flags', 'single_file+independent_segments'],
      ...['-hls_segment_filename', file, playlist],
    ]
  })
  return ['-filter_complex', ladderGraph('[0:V:0]', rungs, { toneMap }), ...outputs]
}

/** Quality decides the size, up to the rung's bitrate; key frames stand where segments begin, in all rungs alike. */
function pictureCoded({ videoBitrate }: PlannedRung): string[] {
  return [
    ...[
      '-c:v',
      'libx264',
      '-preset',
      'veryfast',
      '-crf',
      String(RUNG_CRF),
      '-profile:v',
      'high',
      '-a53cc',
      '0',
    ],
    ...['-maxrate', String(videoBitrate), '-bufsize', String(2 * videoBitrate), '-threads', String(THREADS)],
    ...['-force_key_frames', `expr:gte(t,n_forced*${SEGMENT_SECONDS})`, '-sc_threshold', '0', '-g', '600'],
    ...['-fps_mode', 'vfr'],
  ]
}

export function joined(tools: Tools, rung: MadeRung, { file }: { file: string }, run: Run): Promise<void> {
  const source: Source = { path: rung.file, container: 'mov' }
  const copied = ['-map', '0:v:0', '-map', '0:a:0?', ...BARE, '-c', 'copy']
  const make = [...copied, '-movflags', '+faststart', '-f', 'mp4', `file:${file}`]
  const duration = Number.POSITIVE_INFINITY
  return convert(tools, { source, make, bounds: joinedBounds(file), duration }, run)
}
