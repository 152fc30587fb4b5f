import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import PostalMime, { type Address } from 'postal-mime'

/** A mail that was kept as a file instead of being sent. */
export type KeptMail = {
  id: string
  from: string
  to: string
  subject: string
  /** RFC 3339. */
  date: string
  text: string
  html: string
}

/** The page is for the mails of today, not for an archive. */
export const MOST_SHOWN = 100
const NAME = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.eml$/

/** The newest mails of a folder, newest first; half-written ones have other names. */
export async function listKept(folder: string): Promise<KeptMail[]> {
  const names = await readdir(folder).catch(() => [])
  const ids = names.flatMap((name) => NAME.exec(name)?.[1] ?? [])
  const newest = ids.sort().reverse().slice(0, MOST_SHOWN)
  const mails = await Promise.all(newest.map((id) => readKept(folder, id)))
  return mails.filter((mail) => mail !== undefined)
}

/** One mail, or undefined when there is none; an id that is none finds nothing. */
export async function readKept(folder: string, id: string): Promise<KeptMail | undefined> {
  const source = await readSource(folder, id)
  if (source === undefined) return undefined
  const { from, to, subject = '', date = '', text = '', html = '' } = await PostalMime.parse(source)
  return { id, from: shown(from), to: shown(to?.[0]), subject, date, text, html }
}

/** The file of a mail as it is. */
export async function readSource(folder: string, id: string): Promise<Buffer | undefined> {
  const name = `${id}.eml`
  return NAME.test(name) ? readFile(path.join(folder, name)).catch(() => undefined) : undefined
}

const shown = (party: Address | undefined) =>
  party?.name ? `${party.name} <${party.address ?? ''}>` : (party?.address ?? '')
