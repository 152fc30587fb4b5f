import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Id } from './fields.ts'
import { mediaEndpoints, mediumBytes, mediumExample, mediumFields, playableFields } from './media.ts'

const tag = 'Audio'

/** What a file says of what it holds. */
export const AudioTags = z.object({
  title: z.string().nullable(),
  artist: z.string().nullable(),
  album: z.string().nullable(),
  date: z.string().nullable(),
})

/** An audio recording. `tags` is what the file says of itself. */
export const Audio = z
  .object({
    kind: z.literal('audio'),
    ...mediumFields,
    ...playableFields,
    tags: AudioTags.nullable(),
    urls: z.object({
      original: z.string().optional(),
      stream: z.string().optional(),
      waveform: z.string().optional(),
    }),
  })
  .meta({
    id: 'Audio',
    example: {
      ...mediumExample,
      kind: 'audio',
      title: 'The last song',
      mime_type: 'audio/flac',
      file_name: 'tivoli-desk.flac',
      duration: 3541.2,
      bitrate: 820113,
      captured_at_source: 'container',
      tags: { title: 'Set 1', artist: 'Spinvis', album: null, date: '2024' },
      urls: {
        stream: '/api/v1/audio/019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10/stream',
        waveform: '/api/v1/audio/019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10/waveform',
      },
    },
  })
export type Audio = z.infer<typeof Audio>

/**
 * Peaks of a recording, mixed to one channel, in the JSON of BBC audiowaveform (version 2): `data` holds a lowest and a
 * highest sample for each of `length` pixels, as integers of `bits` bits; a pixel covers `samples_per_pixel` samples.
 */
export const Waveform = z
  .object({
    version: z.literal(2),
    channels: z.literal(1),
    sample_rate: z.int(),
    samples_per_pixel: z.int(),
    bits: z.literal(8),
    length: z.int(),
    data: z.array(z.int().min(-128).max(127)),
  })
  .meta({
    id: 'Waveform',
    example: {
      version: 2,
      channels: 1,
      sample_rate: 8000,
      samples_per_pixel: 256,
      bits: 8,
      length: 2,
      data: [-12, 14, -30, 28],
    },
  })
export type Waveform = z.infer<typeof Waveform>

/** What all kinds have. */
export const audioEndpoints = mediaEndpoints('Audio', 'Audio', {
  noun: 'audio',
  a: 'a recording',
  tag,
  formats: 'mp3, wav, ogg, m4a, flac, aiff, opus',
  most: '100 MB',
  best: 'the streaming rendition',
  shape: Audio,
})
export const {
  upload: uploadAudio,
  read: readAudio,
  readOriginal: readAudioOriginal,
  change: changeAudio,
  delete: deleteAudio,
  restore: restoreAudio,
  retry: retryAudio,
  list: listAudio,
  listOfShow: listAudioOfShow,
  listOfUser: listAudioOfUser,
} = audioEndpoints

export const readAudioStream = mediumBytes(
  'readAudioStream',
  '/audio/{id}/stream',
  tag,
  ['audio/mp4'],
  'AAC in MP4 without metadata, for playing at once from anywhere in it',
)

export const readWaveform = endpoint({
  id: 'readWaveform',
  method: 'GET',
  path: '/audio/{id}/waveform',
  tag,
  summary: 'Peaks for drawing the recording; waits for them up to 10 s while they are being made',
  security: 'optional',
  params: z.object({ id: Id }),
  answers: { 200: Waveform, 304: null },
  problems: ['not_found', 'rendition_not_ready'],
})
