import type { Person } from '@sharemyshows/contract/accounts'
import type { Relation } from '@sharemyshows/contract/friends'
import { Check, Clock, UserCheck, UserPlus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/ui/button'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { toast } from '@/ui/toast'
import { type Deed, nameOf, useFriendship } from '../friends'

type RelationButtonsProps = {
  person: Pick<Person, 'id' | 'username' | 'display_name'>
  relation: Relation
  /** On a line of a list: small, and without following. */
  compact?: boolean
}

/** What I can do about somebody: become friends, answer her request, follow, and the ways back. */
export function RelationButtons({ person, relation, compact = false }: RelationButtonsProps) {
  const friendship = useFriendship()
  const name = nameOf(person)
  const size = compact ? 'small' : undefined
  const { following, request, request_id } = relation
  const act = (deed: Deed, said?: string) =>
    friendship.mutateAsync(deed).then(
      () => said && toast.done(said),
      // said already
      () => undefined,
    )
  const isDoing = (...deeds: Deed['do'][]) => friendship.isPending && deeds.includes(friendship.variables.do)
  return (
    <div className="flex flex-wrap items-center gap-2">
      {relation.friend ? (
        <EndFriendship name={name} size={size} onEnd={() => act({ do: 'end', userId: person.id })} />
      ) : request === 'received' && request_id ? (
        <>
          <Button
            size={size}
            variant="primary"
            pending={isDoing('accept')}
            onClick={() => void act({ do: 'accept', requestId: request_id }, `You and ${name} are friends`)}
          >
            <Check aria-hidden />
            Accept<span className="sr-only"> {name}’s request</span>
          </Button>
          <Button
            size={size}
            variant="ghost"
            pending={isDoing('reject')}
            onClick={() => void act({ do: 'reject', requestId: request_id })}
          >
            Decline<span className="sr-only"> {name}’s request</span>
          </Button>
        </>
      ) : request === 'sent' && request_id ? (
        <Button
          size={size}
          pending={isDoing('withdraw')}
          onClick={() => void act({ do: 'withdraw', requestId: request_id }, 'Request taken back')}
        >
          {compact ? <Clock aria-hidden /> : <X aria-hidden />}
          {compact ? 'Requested' : 'Take request back'}
          <span className="sr-only"> to {name}</span>
        </Button>
      ) : (
        <Button
          size={size}
          variant={compact ? 'secondary' : 'primary'}
          pending={isDoing('request')}
          onClick={() => void act({ do: 'request', userId: person.id })}
        >
          <UserPlus aria-hidden />
          Add friend<span className="sr-only"> {name}</span>
        </Button>
      )}
      {!compact && (
        <Button
          size={size}
          aria-pressed={following}
          pending={isDoing('follow', 'unfollow')}
          onClick={() => void act({ do: following ? 'unfollow' : 'follow', userId: person.id })}
        >
          {following ? 'Following' : 'Follow'}
          <span className="sr-only"> {name}</span>
        </Button>
      )}
    </div>
  )
}

type EndFriendshipProps = { name: string; size: 'small' | undefined; onEnd: () => Promise<unknown> }

function EndFriendship({ name, size, onEnd }: EndFriendshipProps) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button size={size} onClick={() => setAsking(true)}>
        <UserCheck aria-hidden />
        Friends<span className="sr-only"> with {name}; end it</span>
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`No longer friends with ${name}?`}
        description="Neither of you sees what the other shows only to friends. They are not told, and you can ask again."
        confirmLabel="End friendship"
        cancelLabel="Stay friends"
        onConfirm={onEnd}
      />
    </>
  )
}
