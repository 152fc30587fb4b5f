import { fileURLToPath } from 'node:url'

/** The path of a file of `test/media`; its README tells what each holds. */
export const mediaFile = (name: string): string => fileURLToPath(new URL(`media/${name}`, import.meta.url))

/** One real file of every format of audio and video that is taken, with what it is by its content. */
export const FORMATS = [
  { file: 'tone.mp3', kind: 'audio', container: 'mp3', mime: 'audio/mpeg', extension: 'mp3' },
  { file: 'mono-8khz.wav', kind: 'audio', container: 'wav', mime: 'audio/wav', extension: 'wav' },
  { file: 'tone.ogg', kind: 'audio', container: 'ogg', mime: 'audio/ogg', extension: 'ogg' },
  { file: 'tone.opus', kind: 'audio', container: 'ogg', mime: 'audio/ogg', extension: 'opus' },
  { file: 'tone.m4a', kind: 'audio', container: 'mov', mime: 'audio/mp4', extension: 'm4a' },
  { file: 'tone.flac', kind: 'audio', container: 'flac', mime: 'audio/flac', extension: 'flac' },
  { file: 'tone.aiff', kind: 'audio', container: 'aiff', mime: 'audio/aiff', extension: 'aiff' },
  { file: 'clip.mp4', kind: 'video', container: 'mov', mime: 'video/mp4', extension: 'mp4' },
  { file: 'clip.mov', kind: 'video', container: 'mov', mime: 'video/quicktime', extension: 'mov' },
  { file: 'clip.avi', kind: 'video', container: 'avi', mime: 'video/x-msvideo', extension: 'avi' },
  { file: 'clip.mkv', kind: 'video', container: 'matroska', mime: 'video/x-matroska', extension: 'mkv' },
  { file: 'clip.webm', kind: 'video', container: 'matroska', mime: 'video/webm', extension: 'webm' },
] as const
