/** A member of a JSON object, or one item of a member that is a list; its bytes are null where there are too many. */
export type JsonPart = { name: string; item: boolean; bytes: Buffer | null }

/** A document that is no JSON object; its message says where. */
export class NotJson extends Error {}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const COLON = 0x3a
const OPEN = 0x7b
const CLOSE = 0x7d
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const MOST_NAME = 1000

const isBlank = (byte: number) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09

/** What is looked for next, between values. */
type Next =
  | 'object'
  | 'name or end'
  | 'name'
  | 'colon'
  | 'value'
  | 'item or end'
  | 'item'
  | 'comma'
  | 'nothing'

/**
 * Cuts a JSON object into its members, and those that are lists into their items, without ever holding more than one of
 * `most` bytes. Whether each is JSON itself is for who parses it.
 */
export async function* splitJson(chunks: AsyncIterable<Buffer>, most: number): AsyncGenerator<JsonPart[]> {
  const splitter = createSplitter(most)
  for await (const chunk of chunks) {
    const parts = splitter.push(chunk)
    if (parts.length > 0) yield parts
  }
  splitter.end()
}

function createSplitter(most: number) {
  let next: Next = 'object'
  let name = ''
  let inList = false
  let read = 0
  let parts: JsonPart[] = []

  // of the value or name that is being read: its bytes so far, how deep it is, and whether that is within a text
  let reading: 'name' | 'value' | null = null
  let pieces: Buffer[] = []
  let length = 0
  let depth = 0
  let inText = false
  let escaped = false
  let scalar = false

  const wrong = (at: number): never => {
    throw new NotJson(`This is no JSON: it goes wrong at byte ${read + at + 1}.`)
  }

  const keep = (piece: Buffer) => {
    length += piece.length
    if (length > (reading === 'name' ? MOST_NAME : most)) pieces = []
    else pieces.push(piece)
  }

  const finish = (at: number) => {
    const whole = length > (reading === 'name' ? MOST_NAME : most) ? null : Buffer.concat(pieces)
    if (reading === 'value') parts.push({ name, item: inList, bytes: whole })
    else name = nameOf(whole) ?? wrong(at)
    next = reading === 'value' ? 'comma' : 'colon'
    reading = null
    pieces = []
    length = 0
  }

  /** Where the value or name that begins or goes on at `from` ends in this chunk; its length where it does not. */
  const scan = (chunk: Buffer, from: number): number => {
    for (let at = from; at < chunk.length; at++) {
      const byte = chunk[at] as number
      if (inText) {
        if (escaped) escaped = false
        else if (byte === BACKSLASH) escaped = true
        else if (byte === QUOTE) {
          inText = false
          if (depth === 0) return at + 1
        }
      } else if (scalar) {
        if (byte === COMMA || byte === CLOSE || byte === CLOSE_LIST || isBlank(byte)) return at
      } else if (byte === QUOTE) inText = true
      else if (byte === OPEN || byte === OPEN_LIST) depth++
      else if ((byte === CLOSE || byte === CLOSE_LIST) && --depth === 0) return at + 1
    }
    return -1
  }

  const begin = (what: 'name' | 'value', byte: number) => {
    reading = what
    scalar = byte !== QUOTE && byte !== OPEN && byte !== OPEN_LIST
    depth = 0
    inText = false
    escaped = false
  }

  const between = (byte: number, at: number): void => {
    if (next === 'object' && byte === OPEN) next = 'name or end'
    // a byte order mark is no part of it
    else if (next === 'object' && byte === BOM[read + at]) return
    else if ((next === 'name' || next === 'name or end') && byte === QUOTE) begin('name', byte)
    else if (next === 'colon' && byte === COLON) next = 'value'
    else if (next === 'value' && byte === OPEN_LIST) {
      inList = true
      next = 'item or end'
    } else if ((next === 'comma' || next === 'item or end') && inList && byte === CLOSE_LIST) {
      inList = false
      next = 'comma'
    } else if (next === 'comma' && byte === COMMA) next = inList ? 'item' : 'name'
    else if ((next === 'comma' || next === 'name or end') && !inList && byte === CLOSE) next = 'nothing'
    else if (next === 'value' || next === 'item' || next === 'item or end') begin('value', byte)
    else wrong(at)
  }

  return {
    push(chunk: Buffer): JsonPart[] {
      parts = []
      let at = 0
      while (at < chunk.length) {
        if (reading === null) {
          const byte = chunk[at] as number
          if (!isBlank(byte)) between(byte, at)
          if (reading === null) {
            at++
            continue
          }
        }
        const end = scan(chunk, at)
        keep(chunk.subarray(at, end < 0 ? chunk.length : end))
        if (end < 0) break
        finish(end)
        at = end
      }
      read += chunk.length
      return parts
    },
    end(): void {
      if (next !== 'nothing') throw new NotJson('This file breaks off in the middle. Fetch it once more.')
    },
  }
}

const BOM = Buffer.from([0xef, 0xbb, 0xbf])

function nameOf(bytes: Buffer | null): string | undefined {
  try {
    return bytes === null ? undefined : (JSON.parse(bytes.toString()) as string)
  } catch {
    return undefined
  }
}
