/**
 * `npm run bench:limits [names…]`: the timed halves of requirements whose other halves are tests. One JSON line each.
 * Names: login, forgot, reset (3), slow (57); all of them without any.
 */
import { measureForgot, measureLogin, measureReset } from './limits/alike.ts'
import { measureSlow } from './limits/slow.ts'

const measures: Record<string, () => Promise<void>> = {
  login: measureLogin,
  forgot: measureForgot,
  reset: measureReset,
  slow: measureSlow,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in measures))
if (unknown.length > 0) {
  console.error(`No such limit: ${unknown.join(', ')}. There are ${Object.keys(measures).join(', ')}.`)
  process.exit(1)
}
for (const [name, measure] of Object.entries(measures)) {
  if (asked.length === 0 || asked.includes(name)) await measure()
}
