import { ProvidersList } from '@/features/administration/components/providers-list'

/** Whom this server may ask elsewhere. */
export function AdminProviders() {
  return <ProvidersList />
}
