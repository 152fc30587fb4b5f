import type { Account } from '@sharemyshows/contract/administration'
import { useInfiniteQuery } from '@tanstack/react-query'
import { UserSearch } from 'lucide-react'
import { Button } from '@/ui/button'
import { DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { PagedList } from '@/ui/paged-list'
import type { PeopleAddress } from '../address'
import { type AccountDeed, peopleQuery } from '../api'
import { AccountRow } from './account-row'

type PeopleListProps = {
  address: PeopleAddress
  /** Whom the admin must not shut out: herself. */
  me: string
  onDeed: (account: Account, deed: AccountDeed) => void
  onEverybody: () => void
}

/** Everybody with an account. */
export function PeopleList({ address, me, onDeed, onEverybody }: PeopleListProps) {
  const list = useInfiniteQuery(peopleQuery(address))
  return (
    <PagedList
      list={list}
      loading="Loading people"
      empty={
        <EmptyState
          icon={<UserSearch />}
          title="Nobody like that"
          action={<Button onClick={onEverybody}>Show everybody</Button>}
        >
          An e-mail address is only found when it is written in full.
        </EmptyState>
      }
    >
      {(people) => (
        <DataTable label="People" columns={['Person', 'Role', 'Keeps here', 'Last seen', '']}>
          {people.map((account) => (
            <AccountRow
              key={account.id}
              account={account}
              own={account.id === me}
              now={list.dataUpdatedAt}
              onDeed={(deed) => onDeed(account, deed)}
            />
          ))}
        </DataTable>
      )}
    </PagedList>
  )
}
