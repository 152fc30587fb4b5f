import type { Pixels } from './frame.ts'

export type Blend = 'over' | 'screen' | 'multiply' | 'grain'

/** There and what comes: four channels a pixel. One loop a mode, because a call a pixel would cost ten times that. */
type Mode = (there: Uint8ClampedArray, comes: Uint8Array) => void

const modes: Record<Blend, Mode> = {
  over: (there, comes) => {
    for (let i = 0; i < there.length; i += 4) {
      const share = comes[i + 3]! / 255
      if (share === 0) continue
      for (let c = i; c < i + 3; c++) there[c] = there[c]! + (comes[c]! - there[c]!) * share
    }
  },
  screen: (there, comes) => {
    for (let i = 0; i < there.length; i += 4) {
      const share = comes[i + 3]! / 65_025
      if (share === 0) continue
      for (let c = i; c < i + 3; c++) there[c] = there[c]! + (255 - there[c]!) * comes[c]! * share
    }
  },
  multiply: (there, comes) => {
    for (let i = 0; i < there.length; i++) there[i] = (there[i]! * comes[i]!) / 255
  },
  // grain shows in the middle tones, not in black and white
  grain: (there, comes) => {
    for (let i = 0; i < there.length; i++) {
      const old = there[i]!
      there[i] = old + ((comes[i]! - 128) * (old + 14) * (269 - old)) / 26_000
    }
  },
}

/** Where each target column (or row) lies in the source: the cell before it and the share of the next one, of 256. */
function positions(target: number, source: number): { cell: Int32Array; share: Int32Array } {
  const cell = new Int32Array(target)
  const share = new Int32Array(target)
  for (let i = 0; i < target; i++) {
    const at = Math.min(source - 1, Math.max(0, ((i + 0.5) * source) / target - 0.5))
    cell[i] = Math.min(source - 2, Math.floor(at))
    share[i] = Math.round((at - cell[i]!) * 256)
  }
  return { cell, share }
}

type Positions = ReturnType<typeof positions>

/** One row of the source, stretched; its values are 256 times theirs. */
function stretch(row: Int32Array, data: Uint8Array, start: number, { cell, share }: Positions): void {
  for (let x = 0, at = 0; x < cell.length; x++) {
    const from = start + cell[x]! * 4
    const right = share[x]!
    for (let c = from; c < from + 4; c++) row[at++] = data[c]! * (256 - right) + data[c + 4]! * right
  }
}

/** The same picture in the size of another, enlarged linearly: each source row is stretched once. */
function fitted(layer: Pixels, width: number, height: number): Uint8Array {
  if (layer.width === width && layer.height === height) return layer.data
  const result = new Uint8Array(width * height * 4)
  const columns = positions(width, layer.width)
  const rows = positions(height, layer.height)
  let above = new Int32Array(width * 4)
  let below = new Int32Array(width * 4)
  let stretched = -1
  for (let y = 0; y < height; y++) {
    const top = rows.cell[y]!
    if (top !== stretched) {
      ;[above, below] = [below, above]
      if (top !== stretched + 1 || stretched < 0) stretch(above, layer.data, top * layer.width * 4, columns)
      stretch(below, layer.data, (top + 1) * layer.width * 4, columns)
      stretched = top
    }
    const down = rows.share[y]!
    const start = y * width * 4
    for (let i = 0; i < above.length; i++) {
      result[start + i] = (above[i]! * (256 - down) + below[i]! * down) >> 16
    }
  }
  return result
}

/** Lays a picture over another, in place. Much quicker than libvips, which would compute in floats of four channels. */
export function blend(target: Pixels, layer: Pixels, how: Blend): void {
  const { buffer, byteOffset, length } = target.data
  modes[how](new Uint8ClampedArray(buffer, byteOffset, length), fitted(layer, target.width, target.height))
}
