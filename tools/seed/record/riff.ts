const name = (text: string) => Buffer.from(text, 'latin1')

/** Numbers as RIFF writes them: least byte first, each in as many bytes as said. */
export function numbers(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  const data = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0))
  let at = 0
  for (const [value, bytes] of fields) at = data.writeUIntLE(value, at, bytes)
  return data
}

/** A chunk: its name, its length, its data, and a byte more where that is odd. */
export function chunk(id: string, ...parts: readonly Buffer[]): Buffer {
  const data = Buffer.concat(parts)
  return Buffer.concat([name(id), numbers([data.length, 4]), data, Buffer.alloc(data.length % 2)])
}

export const list = (id: string, ...parts: readonly Buffer[]): Buffer => chunk('LIST', name(id), ...parts)
export const riff = (id: string, ...parts: readonly Buffer[]): Buffer => chunk('RIFF', name(id), ...parts)

/** Sound of -1 to 1 as 16 bits a sample. */
export function pcm(samples: Float32Array): Buffer {
  const data = Buffer.alloc(samples.length * 2)
  for (const [i, sample] of samples.entries()) data.writeInt16LE(Math.round(sample * 32_767), i * 2)
  return data
}

/** What `pcm` is: one channel, 16 bits. */
export const pcmFormat = (rate: number): Buffer =>
  numbers([1, 2], [1, 2], [rate, 4], [rate * 2, 4], [2, 2], [16, 2])
