import { FindPeople } from '@/features/people/components/find-people'
import { FriendList } from '@/features/people/components/friend-list'

/** Those I am friends with, and the way to more of them. */
export function FriendsList() {
  return (
    <div className="flex flex-col gap-10">
      <FriendList />
      <div>
        <h2 className="mb-3 text-20">Find people</h2>
        <FindPeople />
      </div>
    </div>
  )
}
