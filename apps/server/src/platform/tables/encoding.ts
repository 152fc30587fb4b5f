import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'

/** How a text lies in a file; `mark` bytes at its beginning say so and are no part of it. */
export type Encoding = { name: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'; mark: number }

/** So much of a file decides. */
const HEAD_BYTES = 65_536

/** By the mark at the beginning, or by where the zero bytes lie of a text that is mostly Latin. */
export function encodingOf(head: Uint8Array): Encoding {
  const [a, b, c] = head
  if (a === 0xef && b === 0xbb && c === 0xbf) return { name: 'utf-8', mark: 3 }
  if (a === 0xff && b === 0xfe) return { name: 'utf-16le', mark: 2 }
  if (a === 0xfe && b === 0xff) return { name: 'utf-16be', mark: 2 }
  const zeros = [0, 0]
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const most = head.length / 2
  if (odd > most * 0.4 && even < most * 0.1) return { name: 'utf-16le', mark: 0 }
  if (even > most * 0.4 && odd < most * 0.1) return { name: 'utf-16be', mark: 0 }
  return { name: 'utf-8', mark: 0 }
}

/** Control characters that no text has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const binary = /[\0-\x08\x0e-\x1a\x1c-\x1f]/

/** True when what was decoded can be a text that somebody wrote. */
export const isText = (decoded: string): boolean => !binary.test(decoded)

/** Which encoding a file is in: what claims to be UTF-8 and is not is taken for Windows-1252. Null: it is no text. */
export async function detectEncoding(path: string): Promise<Encoding | null> {
  const head = await readHead(path)
  const guess = encodingOf(head)
  const encoding = guess.name === 'utf-8' && guess.mark === 0 ? await utf8OrLatin(path) : guess
  const text = new TextDecoder(encoding.name).decode(head.subarray(encoding.mark), { stream: true })
  return isText(text) ? encoding : null
}

async function readHead(path: string): Promise<Uint8Array> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(HEAD_BYTES), position: 0 })
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function utf8OrLatin(path: string): Promise<Encoding> {
  const strict = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of createReadStream(path)) strict.decode(chunk, { stream: true })
    strict.decode()
    return { name: 'utf-8', mark: 0 }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { name: 'windows-1252', mark: 0 }
  }
}

/** The text of a file, piece by piece; `read` is told of the bytes behind each. */
export async function* decodeFile(
  path: string,
  { name, mark }: Encoding,
  signal: AbortSignal,
  read: (bytes: number) => void = () => {},
): AsyncGenerator<string> {
  const decoder = new TextDecoder(name, { ignoreBOM: true })
  for await (const chunk of createReadStream(path, { start: mark, signal })) {
    read((chunk as Buffer).length)
    yield decoder.decode(chunk as Buffer, { stream: true })
  }
  yield decoder.decode()
}
