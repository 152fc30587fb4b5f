import type { Frame, Packet, Stream } from 'node-av/lib'
import { rungFiles } from '../../bounds.ts'
import { RUNG_CRF, RUNG_SOUND } from '../../forms.ts'
import { ladderGraph, type PlannedRung, planRungs } from '../../rungs.ts'
import type { CodedRung, Task } from '../tasks.ts'
import { formOf, makePictureEncoder, makeSoundEncoder } from './encoder.ts'
import { type Input, openInput, packets } from './input.ts'
import { makeHls, type Output } from './output.ts'
import { displayed, isHdr } from './picture.ts'
import type { Tell } from './progress.ts'
import { Refusal } from './refusal.ts'
import { frameRateOf, pictureStage, soundStage } from './streams.ts'
import { PICTURE_BASE, seconds } from './time.ts'

/** All rungs from one decode: each with its own picture, all with the same sound. */
export function ladder({ source, folder, rungs }: Task & { do: 'ladder' }, tell: Tell): CodedRung[] {
  const input = openInput(source)
  const { video, audio } = input
  if (!video) throw new Refusal('no_picture', 'no video stream')
  const planned = planRungs(displayed(video), rungs)
  const made = planned.map(({ name, width, height }) => ({
    ...{ name, width, height },
    ...rungFiles(folder, { name }),
  }))
  const outputs = made.map(({ file, playlist }) => makeHls(file, playlist))
  const picture = writePicture(input, video, planned, outputs, tell)
  const sound = audio && writeSound(input, audio, outputs)
  for (const output of outputs) output.begin()
  for (const packet of packets(input, [video, ...(audio ? [audio] : [])])) {
    if (packet.streamIndex === video.index) picture(packet)
    else sound?.(packet)
  }
  picture(null)
  sound?.(null)
  for (const output of outputs) output.end()
  return made
}

/** Takes packets of a stream, and null at their end. */
type Take = (packet: Packet | null) => void

function writePicture(
  input: Input,
  video: Stream,
  planned: readonly PlannedRung[],
  outputs: readonly Output[],
  tell: Tell,
): Take {
  const filters = (from: string) => ladderGraph(from, planned, { toneMap: isHdr(video) })
  const stage = pictureStage(input, video, { filters, sinks: planned.length, from: 0 })
  const works = planned.map(({ width, height, videoBitrate }, index) => {
    const quality = { crf: RUNG_CRF, bitrate: videoBitrate }
    const encoder = makePictureEncoder({ width, height }, frameRateOf(video) ?? 25, quality)
    const output = outputs[index]!
    return { encoder, output, track: output.add(encoder.context) }
  })
  const code = ({ encoder, output, track }: (typeof works)[number], frame: Frame | null) => {
    for (const packet of encoder.encode(frame)) output.write(track, packet, PICTURE_BASE)
  }
  let seen = false
  return (packet) => {
    for (const { sink, frame } of stage(packet)) {
      seen = true
      tell(seconds(frame.pts, PICTURE_BASE) ?? 0)
      code(works[sink]!, frame)
    }
    if (packet) return
    if (!seen) throw new Refusal('file_corrupt', 'no picture decodes')
    for (const work of works) code(work, null)
  }
}

function writeSound(input: Input, audio: Stream, outputs: readonly Output[]): Take {
  const stage = soundStage(input, audio, formOf(RUNG_SOUND), { inTime: true })
  const encoder = makeSoundEncoder(RUNG_SOUND)
  const tracks = outputs.map((output) => ({ output, track: output.add(encoder.context) }))
  const code = (frame: Frame | null) => {
    for (const packet of encoder.encode(frame)) {
      for (const { output, track } of tracks) {
        const copy = packet.clone()
        if (copy) output.write(track, copy, encoder.context.timeBase)
        copy?.free()
      }
    }
  }
  return (packet) => {
    for (const { frame } of stage(packet)) code(frame)
    if (!packet) code(null)
  }
}
