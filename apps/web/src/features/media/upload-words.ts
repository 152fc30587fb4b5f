import { sayBytes } from '@/lib/sizes'
import type { Upload, UploadState } from './upload-item'
import type { Summary } from './upload-line'
import { sayLeft } from './upload-speed'

const percent = (share: number): string => `${Math.floor(share * 100)} %`
const portion = ({ sent, size }: Upload): string => `${sayBytes(sent)} of ${sayBytes(size)}`

const SAY: Readonly<Record<UploadState, (upload: Upload) => string>> = {
  waiting: (upload) =>
    `${upload.reason ?? 'Waiting'} · ${upload.sent > 0 ? portion(upload) : sayBytes(upload.size)}`,
  hashing: ({ share }) =>
    share > 0
      ? `Looking whether it is there already · ${percent(share)}`
      : 'Looking whether it is there already',
  sending: portion,
  paused: (upload) => `Paused · ${upload.sent > 0 ? portion(upload) : sayBytes(upload.size)}`,
  finishing: () => 'All of it is there and being looked at',
  preparing: ({ share }) =>
    share > 0
      ? `Arrived · prepared for playing, ${percent(share)}`
      : 'Arrived · waits to be prepared for playing',
  done: ({ duplicate }) => (duplicate ? 'Was there already' : 'Arrived'),
  unread: ({ reason }) => reason ?? 'This browser did not keep it. Choose it again and it goes on.',
  failed: ({ reason }) => reason ?? 'That did not work.',
}

/** What is happening to an upload. */
export const sayState = (upload: Upload): string => SAY[upload.state](upload)

/** How all of them are, in a few words: "12 of 47 arrived", of a single one "Sending, 64 %". */
export function sayAll({ all, arrived, failed, pending, paused, unread, ...rest }: Summary): string {
  const wanted = all - failed
  if (pending > 0 && wanted === 1) {
    if (unread > 0) return 'One file is asked for again'
    return `${paused > 0 ? 'Paused' : 'Sending'}, ${percent(rest.sentBytes / Math.max(1, rest.bytes))}`
  }
  if (pending > 0) return `${arrived} of ${wanted} arrived`
  if (failed > 0) {
    return arrived > 0 ? `${arrived} arrived · ${failed} failed` : `${failed} could not be added`
  }
  const words = arrived === 1 ? 'Arrived' : `All ${arrived} arrived`
  return rest.preparing > 0 ? `${words} · being prepared` : words
}

/** What is left to do and how fast it goes: "1.2 GB of 3.0 GB · 2.3 MB/s · 12 minutes left". */
export function sayPace({ bytes, sentBytes }: Summary, speed: number | undefined): string {
  const words = [`${sayBytes(sentBytes)} of ${sayBytes(bytes)}`]
  if (speed !== undefined) {
    words.push(`${sayBytes(speed)}/s`, sayLeft((bytes - sentBytes) / speed))
  }
  return words.join(' · ')
}
