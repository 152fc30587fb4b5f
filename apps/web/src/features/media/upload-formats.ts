import type { MediaKind } from '@sharemyshows/contract/media'

const MB = 1_048_576

/** What is taken, by kind: names end so, and most pickers know these types. The server judges by content. */
const FORMATS = {
  photo: {
    endings: ['jpg', 'jpeg', 'png', 'gif', 'webp', 'heic', 'heif', 'avif'],
    types: ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/heic', 'image/heif', 'image/avif'],
    words: 'JPEG, PNG, HEIC, WebP, AVIF or GIF, up to 100 MB each',
  },
  audio: {
    endings: ['mp3', 'wav', 'ogg', 'oga', 'm4a', 'flac', 'aif', 'aiff', 'opus'],
    types: ['audio/mpeg', 'audio/wav', 'audio/ogg', 'audio/mp4', 'audio/flac', 'audio/aiff', 'audio/opus'],
    words: 'MP3, WAV, M4A, FLAC, Ogg, Opus or AIFF, up to 1 GB each',
  },
  video: {
    endings: ['mp4', 'm4v', 'mov', 'avi', 'mkv', 'webm'],
    types: ['video/mp4', 'video/quicktime', 'video/x-msvideo', 'video/x-matroska', 'video/webm'],
    words: 'MP4, MOV, MKV, WebM or AVI, up to 4 GB each',
  },
} as const satisfies Record<MediaKind, { endings: string[]; types: string[]; words: string }>

export const KINDS = ['photo', 'audio', 'video'] as const satisfies readonly MediaKind[]

/** The contract's limits, here again because importing it would bring the whole schema library. */
export const MOST_BYTES: Readonly<Record<MediaKind, number>> = {
  photo: 100 * MB,
  audio: 1024 * MB,
  video: 4096 * MB,
}

const LIMIT_WORDS: Readonly<Record<MediaKind, string>> = {
  photo: 'A photo may have up to 100 MB',
  audio: 'A recording may have up to 1 GB',
  video: 'A video may have up to 4 GB',
}

/** For an input's `accept`. */
export const acceptOf = (kinds: readonly MediaKind[]): string =>
  kinds
    .flatMap((kind) => [...FORMATS[kind].types, ...FORMATS[kind].endings.map((ending) => `.${ending}`)])
    .join(',')

/** The formats of a kind and its limit, in words. */
export const wordsOf = (kind: MediaKind): string => FORMATS[kind].words

type Named = Pick<File, 'name' | 'type'>

/** What a file seems to be, by the end of its name, else by the type its system gave it; undefined for what is none of ours. */
export function kindOf({ name, type }: Named): MediaKind | undefined {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const byName = KINDS.find((kind) => (FORMATS[kind].endings as readonly string[]).includes(ending))
  return byName ?? KINDS.find((kind) => type.startsWith(kind === 'photo' ? 'image/' : `${kind}/`))
}

/** Why a file cannot be taken, before a byte of it is sent; undefined when it can. */
export function refusalOf(file: Named & Pick<File, 'size'>): string | undefined {
  if (file.size === 0) return 'This file is empty.'
  const kind = kindOf(file)
  if (kind === undefined) {
    // Some systems hand files over without either; those the server shall judge.
    return file.type === '' && !file.name.includes('.') && file.size <= MOST_BYTES.video
      ? undefined
      : 'This is no photo, recording or video that can be kept here.'
  }
  return file.size > MOST_BYTES[kind] ? `${LIMIT_WORDS[kind]}; this one has more.` : undefined
}
