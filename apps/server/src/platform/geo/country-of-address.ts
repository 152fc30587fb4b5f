import { fileURLToPath } from 'node:url'
import type { Reader, Response } from 'maxmind'

const table = '@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb'
let reader: Promise<Reader<Response>> | undefined

/** Some 8 MB of memory, and only once somebody asks. */
async function openTable(): Promise<Reader<Response>> {
  const { open } = await import('maxmind')
  return open(fileURLToPath(import.meta.resolve(table)))
}

/** The country (ISO 3166-1, two letters) that an address belongs to; null for private and unknown ones. */
export async function countryOfAddress(ip: string): Promise<string | null> {
  reader ??= openTable()
  // this table has a shape of its own, which the library's types do not list
  const place = (await reader).get(ip.replace(/^::ffff:(?=\d+\.)/i, '')) as { country_code?: string } | null
  return place?.country_code ?? null
}
