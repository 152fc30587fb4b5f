import { writeSync } from 'node:fs'
import type { Frame, Stream } from 'node-av/lib'
import { streamForm } from '../../forms.ts'
import type { Source } from '../../transcoder.ts'
import type { Task } from '../tasks.ts'
import { formOf, makeSoundEncoder } from './encoder.ts'
import { type Input, openInput, packets } from './input.ts'
import { makeMp4 } from './output.ts'
import type { Tell } from './progress.ts'
import { Refusal } from './refusal.ts'
import { type SoundForm, soundStage } from './streams.ts'

export function sound({ source, file }: Task & { do: 'sound' }, tell: Tell): null {
  const { input, audio } = openSound(source)
  const form = streamForm(audio.codecpar)
  const encoder = makeSoundEncoder(form)
  const output = makeMp4(file)
  const track = output.add(encoder.context)
  const code = (frame: Frame | null) => {
    for (const packet of encoder.encode(frame)) output.write(track, packet, encoder.context.timeBase)
  }
  output.begin()
  for (const frame of framesOf(input, audio, formOf(form), tell)) code(frame)
  code(null)
  output.end()
  return null
}

export function samples({ source, sampleRate }: Task & { do: 'samples' }, tell: Tell): null {
  return putOut(source, { format: 'flt', sampleRate, channels: 1 }, tell)
}

export function channels({ source, sampleRate, channels }: Task & { do: 'channels' }, tell: Tell): null {
  return putOut(source, { format: 'flt', sampleRate, channels, kept: true }, tell)
}

/** Samples go out as they are decoded; a reader who is behind holds us up. */
function putOut(source: Source, form: SoundForm, tell: Tell): null {
  const { input, audio } = openSound(source)
  for (const frame of framesOf(input, audio, form, tell)) {
    const bytes = frame.data?.[0]?.subarray(0, frame.nbSamples * form.channels * 4)
    for (let at = 0; bytes && at < bytes.length; ) at += writeSync(1, bytes, at)
  }
  return null
}

function openSound(source: Source) {
  const input = openInput(source)
  if (!input.audio) throw new Refusal('no_sound', 'no audio stream')
  return { input, audio: input.audio }
}

function* framesOf(input: Input, audio: Stream, form: SoundForm, tell: Tell): Generator<Frame> {
  const stage = soundStage(input, audio, form, { inTime: false })
  const all = function* () {
    for (const packet of packets(input, [audio])) yield* stage(packet)
    yield* stage(null)
  }
  let done = 0
  for (const { frame } of all()) {
    done += frame.nbSamples
    tell(done / form.sampleRate)
    yield frame
  }
  if (done === 0) throw new Refusal('file_corrupt', 'no sound decodes')
}
