import { cut, type Track } from './rhythm/track.ts'
import type { Chosen } from './tempo.ts'

/** How much an uneven step costs against what stands out at its end. */
const TIGHTNESS = 60

/** Beats of all passages that pulse; neighbours are followed in one go, each at its own speed. */
export function beatsOf(novelty: Track, passages: readonly Chosen[]): number[] {
  const beats: number[] = []
  for (let i = 0; i < passages.length; ) {
    let next = i + 1
    while (passages[next] && passages[next]?.from === passages[next - 1]?.to) next++
    const run = passages.slice(i, next)
    const [from, to] = [(run[0] as Chosen).from, (run.at(-1) as Chosen).to]
    const length = (to - from) / run.length
    const period = (time: number) => {
      const at = Math.min(run.length - 1, Math.max(0, Math.floor((time - from) / length)))
      return 60 / (run[at] as Chosen).chosen.bpm
    }
    for (const beat of trackBeats(cut(novelty, from, to), period)) beats.push(beat)
    i = next
  }
  return beats
}

/**
 * When the beats are, in seconds: the row of moments that goes through as much novelty as it can while each step stays
 * close to `period(time)` seconds, found by dynamic programming (Ellis, Journal of New Music Research 36, 2007).
 */
function trackBeats(novelty: Track, period: (time: number) => number): number[] {
  const { values, rate, start } = novelty
  const n = values.length
  const scale = deviation(values)
  if (!(scale > 0)) return []
  const score = new Float32Array(n)
  const from = new Int32Array(n).fill(-1)
  for (let i = 0; i < n; i++) {
    const step = period(start + i / rate) * rate
    const own = ((values[i] as number) + 0.5 * ((values[i - 1] ?? 0) + (values[i + 1] ?? 0))) / scale
    let best = 0
    const nearest = Math.max(1, Math.round(step / 2))
    for (let back = nearest; back <= Math.min(i, Math.round(step * 2)); back++) {
      const unevenness = Math.log2(back / step)
      const total = (score[i - back] as number) - TIGHTNESS * unevenness * unevenness
      if (total > best) {
        best = total
        from[i] = i - back
      }
    }
    score[i] = own + best
  }
  let at = n - 1
  const tail = Math.max(0, n - Math.round(period(start + n / rate) * rate))
  for (let i = tail; i < n; i++) if ((score[i] as number) > (score[at] as number)) at = i
  const beats: number[] = []
  for (; at >= 0; at = from[at] as number) beats.push(start + at / rate)
  return beats.reverse()
}

function deviation(values: Float32Array): number {
  let [sum, squares] = [0, 0]
  for (const value of values) {
    sum += value
    squares += value * value
  }
  const mean = sum / values.length
  return Math.sqrt(Math.max(0, squares / values.length - mean * mean))
}
