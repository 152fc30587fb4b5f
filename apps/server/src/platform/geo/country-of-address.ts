import { BlockList, isIPv6 } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Reader, Response } from 'maxmind'
import { plainAddress } from '../http/network.ts'

const table = '@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb'
let reader: Promise<Reader<Response>> | undefined

/** Addresses that belong to no country, because anybody may use them at home (IANA's special-purpose registries). */
const anywhere = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  anywhere.addSubnet(net, bits)
}
anywhere.addSubnet('fc00::', 7, 'ipv6')
anywhere.addSubnet('fe80::', 10, 'ipv6')
anywhere.addAddress('::1', 'ipv6')

/** Some 8 MB of memory, and only once somebody asks. */
async function openTable(): Promise<Reader<Response>> {
  const { open } = await import('maxmind')
  return open(fileURLToPath(import.meta.resolve(table)))
}

/** The country (ISO 3166-1, two letters) that an address belongs to; null for private and unknown ones. */
export async function countryOfAddress(ip: string): Promise<string | null> {
  const plain = plainAddress(ip)
  if (anywhere.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')) return null
  reader ??= openTable()
  // this table has a shape of its own, which the library's types do not list
  const place = (await reader).get(plain) as { country_code?: string } | null
  return place?.country_code ?? null
}
