import { chunk, list, numbers, pcm, pcmFormat, riff } from './riff.ts'

/** JPEG pictures of one size, so many a second, and their sound. */
export type Film = {
  pictures: readonly Buffer[]
  width: number
  height: number
  perSecond: number
  sound: Float32Array
  rate: number
  /** The time on the camera's clock, such as `2024-12-01T21:12:45`. */
  begun: string
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** As C's asctime writes it, which is what cameras put into an AVI. */
function asctime(begun: string): string {
  const at = new Date(`${begun}Z`)
  const day = String(at.getUTCDate()).padStart(2, '0')
  return `${DAYS[at.getUTCDay()]} ${MONTHS[at.getUTCMonth()]} ${day} ${begun.slice(11)} ${at.getUTCFullYear()}\n`
}

/** An AVI as small cameras write it, of JPEG pictures and plain sound: it can be written without any tool. */
export function avi(film: Film): Buffer {
  const { pictures, width, height, perSecond, sound, rate, begun } = film
  const largest = Math.max(...pictures.map(({ length }) => length))
  const perPicture = Math.floor(rate / perSecond)
  const header = numbers(
    ...([1_000_000 / perSecond, 0, 0, 0x10, pictures.length, 0, 2, largest, width, height] as const).map(
      (value) => [Math.round(value), 4] as const,
    ),
  )
  const movie = pictures.flatMap((picture, i) => [
    chunk('00dc', picture),
    chunk('01wb', pcm(sound.subarray(i * perPicture, (i + 1) * perPicture))),
  ])
  return riff(
    'AVI ',
    list(
      'hdrl',
      chunk('avih', header, Buffer.alloc(16)),
      list(
        'strl',
        chunk('strh', streamHeader('vidsMJPG', 1, perSecond, pictures.length, largest)),
        chunk('strf', pictureFormat(width, height)),
      ),
      list(
        'strl',
        chunk('strh', streamHeader('auds\0\0\0\0', 2, rate * 2, sound.length, 0)),
        chunk('strf', pcmFormat(rate)),
      ),
      chunk('IDIT', Buffer.from(asctime(begun), 'latin1')),
    ),
    list('movi', ...movie),
    chunk('idx1', index(movie)),
  )
}

const streamHeader = (kind: string, scale: number, rate: number, length: number, largest: number) =>
  Buffer.concat([
    Buffer.from(kind, 'latin1'),
    numbers([0, 4], [0, 4], [0, 4], [scale, 4], [rate, 4], [0, 4], [length, 4], [largest, 4]),
    numbers([0xffffffff, 4], [scale === 1 ? 0 : 2, 4]),
    Buffer.alloc(8),
  ])

const pictureFormat = (width: number, height: number) =>
  Buffer.concat([
    numbers([40, 4], [width, 4], [height, 4], [1, 2], [24, 2]),
    Buffer.from('MJPG', 'latin1'),
    numbers([width * height * 3, 4], [0, 4], [0, 4], [0, 4], [0, 4]),
  ])

/** Where each chunk begins, counted from the word `movi`; every picture stands by itself. */
function index(movie: readonly Buffer[]): Buffer {
  let at = 4
  return Buffer.concat(
    movie.map((part) => {
      const entry = Buffer.concat([
        part.subarray(0, 4),
        numbers([0x10, 4], [at, 4], [part.readUInt32LE(4), 4]),
      ])
      at += part.length
      return entry
    }),
  )
}
