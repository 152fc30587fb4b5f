import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { LookupResult } from '@sharemyshows/contract/lookups'
import { ProviderName, type ProviderStanding } from '@sharemyshows/contract/providers'
import type { ProviderPorts } from '../../../platform/providers/create-ports.ts'

export type Standings = Pick<ProviderPorts, 'standings' | 'check'>

/** The providers there may be, and how things stand with each. */
export const listProviders = async ({ standings }: Standings): Promise<{ items: ProviderStanding[] }> => ({
  items: await standings(),
})

/**
 * Asks a provider something small, and says how things stand with it then; refused where there is nothing to ask it, because it
 * is asked for a person alone, or each question counts.
 */
export async function checkProvider(
  { standings, check }: Standings,
  name: string,
): Promise<{ result: LookupResult; standing: ProviderStanding } | Refusal> {
  const known = ProviderName.safeParse(name)
  if (!known.success) return refuse('not_found')
  const result = await check(known.data)
  const standing = (await standings()).find((one) => one.name === known.data)
  if (standing === undefined || !standing.configured) return refuse('provider_not_configured')
  return result === null ? refuse('not_found') : { result, standing }
}
