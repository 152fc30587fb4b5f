import { basename } from 'node:path'
import type { Finding, House } from '../house.ts'

const folder = 'apps/server/migrations/'
const wellNamed = /^\d{4}_[a-z0-9]+(_[a-z0-9]+)*\.sql$/
const backwards = /(^|[._-])(down|undo|rollback|revert)\b/

function objection(name: string, numbers: Map<string, string>): string | undefined {
  if (backwards.test(name))
    return 'Migrations only go forward. Write a new one that changes what this one did.'
  if (!wellNamed.test(name)) return 'Name a migration 0042_what_it_does.sql: four digits, lower case, SQL.'
  const number = name.slice(0, 4)
  const other = numbers.get(number)
  numbers.set(number, name)
  return (
    other && `The number ${number} is taken by ${other}. Take the next free one; npm run new-feature does.`
  )
}

/** Migrations are forward only and each number is used once. */
export function migrationsGoForward(house: House): Finding[] {
  const numbers = new Map<string, string>()
  return house.files
    .filter((file) => file.startsWith(folder))
    .flatMap((file) => {
      const says = objection(basename(file), numbers)
      return says ? [{ rule: 'migrations', file, line: 1, says }] : []
    })
}
