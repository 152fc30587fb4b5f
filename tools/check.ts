import { spawnSync } from 'node:child_process'
import { programs, root } from './programs.ts'

const steps: [name: string, args: string[]][] = [
  ['format and lint', [programs.biome, 'check', '--error-on-warnings']],
  ['types of server, packages and tools', [programs.tsc, '-p', 'tsconfig.json']],
  ['types of the web app', [programs.tsc, '-p', 'apps/web/tsconfig.json']],
  ['house rules', ['tools/check-house.ts']],
  ['unused files, exports and packages', [programs.knip]],
  ['row types of the migrations', ['tools/db-types.ts', '--check']],
  ['OpenAPI document and client', ['tools/openapi/generate.ts', '--check']],
]

function passes([name, args]: (typeof steps)[number]): boolean {
  const start = performance.now()
  console.log(`\n— ${name}`)
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(status === 0 ? `  fine, ${seconds} s` : `  FAILED, ${seconds} s`)
  return status === 0
}

const failed = steps.filter((step) => !passes(step)).map(([name]) => name)
console.log(failed.length === 0 ? '\nAll checks passed.' : `\nFailed: ${failed.join('; ')}.`)
process.exitCode = failed.length === 0 ? 0 : 1
