import { checkHouse } from './house/check.ts'
import { exceptions } from './house/exceptions.ts'
import { root } from './programs.ts'

const findings = checkHouse(root, exceptions)
for (const { file, line, rule, says } of findings) console.log(`${file}:${line}  [${rule}]\n  ${says}\n`)
console.log(
  findings.length === 0
    ? 'The house is in order.'
    : `${findings.length} to put in order; ARCHITECTURE.md says why.`,
)
process.exitCode = findings.length === 0 ? 0 : 1
