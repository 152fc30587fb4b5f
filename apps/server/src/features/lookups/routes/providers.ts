import * as contract from '@sharemyshows/contract/providers'
import type { Routes } from '../../../platform/http/route.ts'
import { checkProvider, listProviders, type Standings } from '../views/providers.ts'

export function providerRoutes(routes: Routes, standings: Standings): void {
  routes(contract.listProviders, () => listProviders(standings))
  routes(contract.checkProvider, ({ params }) => checkProvider(standings, params.provider_name))
}
