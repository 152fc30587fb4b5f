import { AVERROR_ENOMEM } from 'node-av/constants'
import { FFmpegError } from 'node-av/lib'
import type { Reason } from '../tasks.ts'

/** The file is at fault. */
export class Refusal extends Error {
  readonly reason: Reason
  constructor(reason: Reason, detail: string) {
    super(detail)
    this.reason = reason
  }
}

const says = (step: string, code: number) => `${step}: ${FFmpegError.strerror(code)}`

/** A step of reading, which fails on the file's account. */
export function reading(code: number, step: string): number {
  if (code >= 0) return code
  throw new Refusal(code === AVERROR_ENOMEM ? 'too_demanding' : 'file_corrupt', says(step, code))
}

/** A step of writing, or of machinery, which fails on ours. */
export function working(code: number, step: string): number {
  if (code >= 0) return code
  throw new Error(says(step, code))
}
