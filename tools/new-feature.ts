import { spawnSync } from 'node:child_process'
import { createFeature } from './new-feature/create.ts'
import { namesOf } from './new-feature/names.ts'
import { programs, root } from './programs.ts'

const [noun] = process.argv.slice(2)
if (!noun) {
  console.log('Name the new feature by its noun in the plural: npm run new-feature comments')
  process.exit(1)
}
try {
  const { things, Things } = namesOf(noun)
  const paths = createFeature(root, noun)
  spawnSync(process.execPath, [programs.biome, 'check', '--write', ...paths], { cwd: root, stdio: 'ignore' })
  console.log(paths.join('\n'))
  console.log(`
Then:
1. its words in GLOSSARY.md
2. \`import * as ${things} from './${noun}.ts'\` and its name in \`api\`, in packages/contract/src/index.ts
3. the columns in the new migration, then: npm run db:types
4. in apps/server/src/app/features.ts: \`const ${things} = create${Things}({ db })\`, and its name in \`features\`
5. npm run openapi, npm test, npm run check`)
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
