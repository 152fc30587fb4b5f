import type { MediaKind } from '@sharemyshows/contract/media'

/** Each kind as its addresses name it. */
const NOUNS: Readonly<Record<MediaKind, string>> = { photo: 'photos', audio: 'audio', video: 'videos' }

/** Parts of a recording that have an address once their rendition is there, with its name. */
const MADE: Readonly<Record<MediaKind, Readonly<Record<string, string>>>> = {
  photo: {},
  audio: { stream: 'stream', waveform: 'waveform' },
  video: { preview: 'preview', stream: 'mp4' },
}

/** Pictures that are worth waiting for while they are being made. */
const PICTURES: Readonly<Record<MediaKind, readonly string[]>> = {
  photo: ['thumbnail', 'preview', 'display'],
  audio: [],
  video: ['thumbnail', 'display'],
}

/** SQL: the names of a medium's renditions (alias `m`). */
export const renditionsOf = (m: string): string =>
  `array(select made.name from renditions made where made.media_id = ${m}.id)`

type Addressed = { id: string; kind: MediaKind; state: string; own: boolean; renditions: readonly string[] }

/** Where what there is of a medium can be fetched; the original by its owner alone. */
export function addressesOf({ id, kind, state, own, renditions }: Addressed): Record<string, string> {
  const address = (part: string) => `/api/v1/${NOUNS[kind]}/${id}/${part}`
  const parts = [
    ...(own ? ['original'] : []),
    ...(state === 'failed' ? [] : PICTURES[kind]),
    ...Object.entries(MADE[kind]).flatMap(([part, name]) => (renditions.includes(name) ? [part] : [])),
  ]
  const hls = renditions.some((name) => name.endsWith('.m3u8'))
  return {
    ...Object.fromEntries(parts.map((part) => [part, address(part)])),
    ...(hls && { hls: address('hls/master.m3u8') }),
  }
}
