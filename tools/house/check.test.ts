import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { checkHouse } from './check.ts'
import type { Exception } from './exceptions.ts'

type Tree = Record<string, string>

const roots: string[] = []
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true })
})

function check(tree: Tree, exceptions: Exception[] = []) {
  const root = mkdtempSync(join(tmpdir(), 'house-'))
  roots.push(root)
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return checkHouse(root, exceptions)
}

const server = 'apps/server/src'
const shows = `${server}/features/shows`
const media = `${server}/features/media`
const web = 'apps/web/src'

/** Each rule, broken in one small tree and kept in another that does the same thing properly. */
const cases: { what: string; rule: string; broken: Tree; kept: Tree }[] = [
  {
    what: 'platform does not know features',
    rule: 'layers',
    broken: { [`${server}/platform/mail.ts`]: "import { x } from '../features/shows/feature.ts'" },
    kept: {
      [`${shows}/jobs.ts`]: "import { x } from '../../platform/mail.ts'",
      [`${server}/platform/mail.ts`]: '',
    },
  },
  {
    what: 'platform knows how things cross the wire, not which',
    rule: 'layers',
    broken: { [`${server}/platform/http.ts`]: "import { Show } from '@sharemyshows/contract/shows'" },
    kept: { [`${server}/platform/http.ts`]: "import { refuse } from '@sharemyshows/contract/errors'" },
  },
  {
    what: 'the viewer rule stands below the features',
    rule: 'layers',
    broken: { [`${server}/viewer/rule.ts`]: "import type { x } from '../features/shows/feature.ts'" },
    kept: {
      [`${shows}/views.ts`]: "import { seesShow } from '../../viewer/rule.ts'",
      [`${server}/viewer/rule.ts`]: '',
    },
  },
  {
    what: 'main composes nothing itself',
    rule: 'layers',
    broken: { [`${server}/main.ts`]: "import { x } from './features/shows/feature.ts'" },
    kept: { [`${server}/main.ts`]: "import { x } from './app.ts'", [`${server}/app.ts`]: '' },
  },
  {
    what: 'no file outside the rooms',
    rule: 'layers',
    broken: { [`${server}/helpers.ts`]: '' },
    kept: { [`${web}/vite-env.d.ts`]: '', [`${web}/lib/dates.ts`]: '' },
  },
  {
    what: 'the product imports no test code',
    rule: 'layers',
    broken: { [`${server}/platform/db.ts`]: "import { x } from '../../test/people.ts'" },
    kept: {
      [`${server}/platform/db.test.ts`]: "import { x } from '../../test/people.ts'",
      [`${server}/platform/db.suite.ts`]: "import { x } from '../../test/people.ts'",
    },
  },
  {
    what: 'web and server do not import each other',
    rule: 'layers',
    broken: { [`${web}/lib/errors.ts`]: "import { x } from '../../../server/src/platform/http.ts'" },
    kept: { [`${web}/lib/errors.ts`]: "import { x } from '@sharemyshows/contract/errors'" },
  },
  {
    what: 'audio is entered by its front door',
    rule: 'layers',
    broken: { [`${shows}/jobs.ts`]: "import { fft } from '@sharemyshows/audio/signal/fft'" },
    kept: {
      [`${shows}/jobs.ts`]: "import { analyze } from '@sharemyshows/audio/analyze'",
      [`${web}/features/shows/api.ts`]: "import { chromagram } from '@sharemyshows/audio/pictures'",
    },
  },
  {
    what: 'the design system knows no feature',
    rule: 'layers',
    broken: { [`${web}/ui/card.tsx`]: "import { x } from '@/features/shows/model'" },
    kept: { [`${web}/features/shows/components/card.tsx`]: "import { Card } from '@/ui/card'" },
  },
  {
    what: 'server features keep apart at run time',
    rule: 'features',
    broken: { [`${shows}/actions.ts`]: "import { media } from '../media/feature.ts'" },
    kept: { [`${shows}/actions.ts`]: "import type { Media } from '../media/feature.ts'" },
  },
  {
    what: 'a type import of a feature is of its surface',
    rule: 'features',
    broken: { [`${shows}/actions.ts`]: "import type { Row } from '../media/store.ts'" },
    kept: { [`${shows}/feature.ts`]: "import type { Media } from '../media/feature.ts'" },
  },
  {
    what: 'an inline type import still loads the module',
    rule: 'features',
    broken: { [`${shows}/actions.ts`]: "import { type Media } from '../media/feature.ts'" },
    kept: { [`${shows}/actions.ts`]: "type Media = import('../media/feature.ts').Media" },
  },
  {
    what: 'app.ts enters features by feature.ts',
    rule: 'features',
    broken: { [`${server}/app.ts`]: "import { x } from './features/shows/store.ts'" },
    kept: { [`${server}/app.ts`]: "import { x } from './features/shows/feature.ts'" },
  },
  {
    what: 'web features are composed by pages',
    rule: 'features',
    broken: {
      [`${web}/features/shows/components/page.tsx`]:
        "import { Grid } from '@/features/media/components/grid'",
    },
    kept: { [`${web}/app/routes/show.tsx`]: "import { Grid } from '@/features/media/components/grid'" },
  },
  {
    what: 'a server feature has a closed list of files',
    rule: 'feature-files',
    broken: { [`${shows}/utils.ts`]: '' },
    kept: {
      [`${shows}/rules.ts`]: '',
      [`${shows}/rules.test.ts`]: '',
      [`${shows}/actions/create-show.ts`]: '',
      [`${shows}/routes/tickets.ts`]: '',
      [`${shows}/store/tickets.ts`]: '',
      [`${shows}/rules/tickets.ts`]: '',
      [`${shows}/kinds.ts`]: '',
    },
  },
  {
    what: 'a part of a server feature has the same files',
    rule: 'feature-files',
    broken: { [`${shows}/tickets/utils.ts`]: '' },
    kept: {
      [`${shows}/tickets/rules.ts`]: '',
      [`${shows}/tickets/actions/sell-ticket.ts`]: "import type { x } from '../../kinds.ts'",
    },
  },
  {
    what: 'the files of a part keep to their roles',
    rule: 'feature-roles',
    broken: { [`${shows}/tickets/rules.ts`]: "import { x } from '../store.ts'" },
    kept: {
      [`${shows}/tickets/store.ts`]: "import { x } from './rules.ts'",
      [`${shows}/tickets/rules.ts`]: "import type { x } from '../kinds.ts'",
    },
  },
  {
    what: 'a folder of a server feature holds files of its role',
    rule: 'feature-roles',
    broken: { [`${shows}/routes/tickets.ts`]: "import { x } from '../store/tickets.ts'" },
    kept: {
      [`${shows}/actions/tickets.ts`]: "import { x } from '../store/tickets.ts'",
      [`${shows}/store/tickets.ts`]: '',
    },
  },
  {
    what: 'edges call actions and views',
    rule: 'feature-roles',
    broken: { [`${shows}/routes.ts`]: "import { x } from './store.ts'" },
    kept: {
      [`${shows}/routes.ts`]: "import { x } from './actions/create-show.ts'\nimport { y } from './views.ts'",
    },
  },
  {
    what: 'edges hold no SQL',
    rule: 'feature-roles',
    broken: { [`${shows}/jobs.ts`]: "import { sql } from 'kysely'" },
    kept: { [`${shows}/store.ts`]: "import { sql } from 'kysely'" },
  },
  {
    what: 'rules are pure',
    rule: 'feature-roles',
    broken: { [`${shows}/rules.ts`]: "import { readFileSync } from 'node:fs'" },
    kept: { [`${shows}/rules.ts`]: "import type { Show } from '@sharemyshows/contract/shows'" },
  },
  {
    what: 'a store calls no policy',
    rule: 'feature-roles',
    broken: { [`${shows}/store.ts`]: "import { maySee } from './policy.ts'" },
    kept: { [`${shows}/policy.ts`]: "import type { ShowRow } from './store.ts'" },
  },
  {
    what: 'mails are only words',
    rule: 'feature-roles',
    broken: { [`${shows}/mails.ts`]: "import { x } from './store.ts'" },
    kept: { [`${shows}/actions.ts`]: "import { x } from './mails.ts'", [`${shows}/mails.ts`]: '' },
  },
  {
    what: 'packages import nothing of ours',
    rule: 'packages',
    broken: { 'packages/mood/src/rank.ts': "import { x } from '@sharemyshows/contract/ids'" },
    kept: { 'packages/mood/src/rank.ts': "import { x } from './mood.ts'", 'packages/mood/src/mood.ts': '' },
  },
  {
    what: 'packages do no I/O',
    rule: 'packages',
    broken: { 'packages/audio/src/analyze.ts': "import { open } from 'node:fs/promises'" },
    kept: { 'packages/audio/src/analyze.test.ts': "import { open } from 'node:fs/promises'" },
  },
  {
    what: 'the contract needs only zod',
    rule: 'packages',
    broken: { 'packages/contract/src/shows.ts': "import { sql } from 'kysely'" },
    kept: { 'packages/contract/src/shows.ts': "import { z } from 'zod'" },
  },
  {
    what: 'packages are imported by name',
    rule: 'packages',
    broken: { [`${shows}/routes.ts`]: "import { x } from '../../../../../packages/contract/src/shows.ts'" },
    kept: { [`${shows}/routes.ts`]: "import { x } from '@sharemyshows/contract/shows'" },
  },
  {
    what: 'only stores write tables, by the query builder',
    rule: 'sql-writers',
    broken: { [`${shows}/actions.ts`]: "await tx.insertInto('show').values({}).execute()" },
    kept: { [`${shows}/store.ts`]: "await tx.insertInto('show').values({}).execute()" },
  },
  {
    what: 'only stores write tables, by SQL text',
    rule: 'sql-writers',
    broken: {
      [`${shows}/views.ts`]: 'await sql`with a as (update show set title = now() returning id) select 1`',
    },
    kept: {
      [`${shows}/views.ts`]: 'await sql`select update_count from show for update` // update show set x',
    },
  },
  {
    what: 'a table has one writer',
    rule: 'sql-writers',
    broken: {
      [`${shows}/store.ts`]: "db.updateTable('show')",
      [`${media}/store.ts`]: "db.deleteFrom('show')",
    },
    kept: {
      [`${shows}/store.ts`]: "db.updateTable('show')",
      [`${media}/store.ts`]: "db.deleteFrom('media')",
    },
  },
  {
    what: 'no import cycle, types included',
    rule: 'cycles',
    broken: {
      [`${server}/platform/a.ts`]: "import { b } from './b.ts'",
      [`${server}/platform/b.ts`]: "import { c } from './c.ts'",
      [`${server}/platform/c.ts`]: "import type { A } from './a.ts'",
    },
    kept: {
      [`${server}/platform/a.ts`]: "import { b } from './b.ts'\nimport { c } from './c.ts'",
      [`${server}/platform/b.ts`]: "export { c } from './c.ts'",
      [`${server}/platform/c.ts`]: '',
    },
  },
  {
    what: 'a migration number is used once',
    rule: 'migrations',
    broken: { 'apps/server/migrations/0001_accounts.sql': '', 'apps/server/migrations/0001_shows.sql': '' },
    kept: { 'apps/server/migrations/0001_accounts.sql': '', 'apps/server/migrations/0002_shows.sql': '' },
  },
  {
    what: 'migrations only go forward',
    rule: 'migrations',
    broken: { 'apps/server/migrations/0001_accounts.down.sql': '' },
    kept: { 'apps/server/migrations/0001_markdown_notes.sql': '' },
  },
  {
    what: 'generated code has its place',
    rule: 'generated',
    broken: { [`${web}/lib/client.ts`]: '/** This file was auto-generated by a tool. */' },
    kept: { [`${web}/lib/generated/client.ts`]: '/** This file was auto-generated by a tool. */' },
  },
]

describe('check-house', () => {
  it.each(cases)('$what', ({ rule, broken, kept }) => {
    expect(check(broken).map((finding) => finding.rule)).toContain(rule)
    expect(check(kept)).toEqual([])
  })

  it('names the file, the line and what to do instead', () => {
    const [finding] = check({ [`${shows}/routes.ts`]: "\n\nimport { x } from './store.ts'" })
    expect(finding).toMatchObject({ file: `${shows}/routes.ts`, line: 3 })
    expect(finding?.says).toContain('one action or view')
  })

  it('leaves out an exception, and reports one that nothing needs', () => {
    const exception = { rule: 'feature-files', file: `${shows}/utils.ts`, reason: 'moving it next week' }
    expect(check({ [`${shows}/utils.ts`]: '' }, [exception])).toEqual([])
    expect(check({}, [exception])[0]).toMatchObject({ rule: 'exceptions' })
  })
})
