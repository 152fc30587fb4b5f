import { AV_NOPTS_VALUE } from 'node-av/constants'
import { type IRational, Rational } from 'node-av/lib'

/** In which we count a picture's time: fine enough for every frame rate. */
export const PICTURE_BASE = new Rational(1, 90_000)

/** A timestamp of FFmpeg as seconds; null where there is none. */
export const seconds = (stamp: bigint, base: IRational): number | null =>
  stamp === AV_NOPTS_VALUE ? null : (Number(stamp) * base.num) / base.den

/** Seconds as a timestamp of FFmpeg. */
export const stamp = (time: number, base: IRational): bigint =>
  BigInt(Math.round((time * base.den) / base.num))

/** Longest pause within a recording; a longer jump ahead, and any jump back, is a broken clock. */
const LONGEST_PAUSE = 600
const LONGEST_STEP_BACK = 10

/**
 * The recording's own clock: begins at zero, or is read `from` later on, and goes on where a file's timestamps are missing or jump beyond reason,
 * so that nobody waits for ten hours of nothing.
 */
export function makeClock(start: number, from = 0): (time: number | null, lasts: number) => number {
  let shift = -start
  let expected = from
  return (time, lasts) => {
    let now = time === null ? expected : time + shift
    if (now > expected + LONGEST_PAUSE || now < expected - LONGEST_STEP_BACK) {
      shift += expected - now
      now = expected
    }
    expected = now + lasts
    return now
  }
}
