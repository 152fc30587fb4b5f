import type { Finding } from './house.ts'

/** A finding that is tolerated for a stated reason. */
export interface Exception {
  rule: string
  file: string
  reason: string
}

/** Starts empty and may only shrink: rather move the code, or change the rule in a decision note. */
export const exceptions: Exception[] = []

/** Leaves out what is excepted, and adds a finding for every exception that excepts nothing. */
export function withoutExceptions(findings: Finding[], excepted: Exception[]): Finding[] {
  const matches = (exception: Exception) => (finding: Finding) =>
    finding.rule === exception.rule && finding.file === exception.file
  const left = findings.filter((finding) => !excepted.some((exception) => matches(exception)(finding)))
  const unused = excepted.filter((exception) => !findings.some(matches(exception)))
  return [
    ...left,
    ...unused.map(({ rule, file }) => ({
      rule: 'exceptions',
      file: 'tools/house/exceptions.ts',
      line: 1,
      says: `The exception of ${file} from "${rule}" is no longer needed. Take it out.`,
    })),
  ]
}
