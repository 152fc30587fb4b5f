/** A table of a FlatBuffer (flatbuffers.dev/internals): fields by their number, absent ones by their default. */
export type Table = {
  int(field: number, otherwise?: number): number
  byte(field: number, otherwise?: number): number
  ints(field: number): number[]
  floats(field: number): Float32Array
  bytes(field: number): Int8Array
  table(field: number): Table | null
  tables(field: number): Table[]
}

/** The root of a buffer. Whatever points outside throws a RangeError. */
export function readFlatbuffer(buffer: Uint8Array): Table {
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength)
  const follow = (at: number) => at + view.getUint32(at, true)
  const tableAt = (start: number): Table => {
    const fields = start - view.getInt32(start, true)
    const place = (field: number) => {
      const entry = 4 + 2 * field
      const offset = entry < view.getUint16(fields, true) ? view.getUint16(fields + entry, true) : 0
      return offset === 0 ? null : start + offset
    }
    /** Where the elements of a vector begin, and how many there are. */
    const vector = (field: number, size: number) => {
      const at = place(field)
      if (at === null) return { first: 0, length: 0 }
      const first = follow(at) + 4
      const length = view.getUint32(first - 4, true)
      if (first + length * size > view.byteLength) throw new RangeError('a vector reaches beyond the buffer')
      return { first, length }
    }
    const each = <Value>(field: number, size: number, read: (at: number) => Value) => {
      const { first, length } = vector(field, size)
      return Array.from({ length }, (_, index) => read(first + index * size))
    }
    return {
      int: (field, otherwise = 0) => {
        const at = place(field)
        return at === null ? otherwise : view.getInt32(at, true)
      },
      byte: (field, otherwise = 0) => {
        const at = place(field)
        return at === null ? otherwise : view.getInt8(at)
      },
      ints: (field) => each(field, 4, (at) => view.getInt32(at, true)),
      floats: (field) => Float32Array.from(each(field, 4, (at) => view.getFloat32(at, true))),
      bytes: (field) => {
        const { first, length } = vector(field, 1)
        return new Int8Array(view.buffer, view.byteOffset + first, length)
      },
      table: (field) => {
        const at = place(field)
        return at === null ? null : tableAt(follow(at))
      },
      tables: (field) => each(field, 4, (at) => tableAt(follow(at))),
    }
  }
  return tableAt(follow(0))
}
