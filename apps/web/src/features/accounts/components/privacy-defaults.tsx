import type { Me } from '@sharemyshows/contract/accounts'
import { sayProblem } from '@/lib/problem'
import { SwitchField } from '@/ui/switch-field'
import { toast } from '@/ui/toast'
import { useChangeMe } from '../api'
import { AudienceChoice } from './audience-choice'
import { AudienceForAll } from './audience-for-all'

const OF_PROFILE = {
  private: 'Your page says that you keep to yourself, and searches do not find you.',
  friends: 'Your friends open it; to everyone else you keep to yourself.',
  public: 'Anybody who can open this server can open it, search engines too.',
}
const OF_SHOWS = {
  private: 'Nobody learns that you were there.',
  friends: 'Your friends see it in your diary.',
  attendees: 'Others who were at the same show find you among its people.',
  public: 'Anybody who can open this server sees it, signed in or not.',
}
const OF_MEDIA = {
  private: 'They stay yours until you share them one by one.',
  friends: 'Your friends see them.',
  attendees: 'Whoever was at the show sees them on its page.',
  public: 'Whoever may see the show sees them.',
}

/** Keeps what is chosen at once; should the server refuse, it goes back by itself. */
function useChoice(user: Me, done: string) {
  const change = useChangeMe()
  const choose = (chosen: Parameters<typeof change.mutate>[0]) =>
    change.mutate(chosen, {
      onSuccess: () => toast.done(done),
      onError: (error) => toast.failed(sayProblem(error)),
    })
  return [{ ...user, ...(change.isPending && change.variables) }, choose] as const
}

/** Who may open my profile; what I take part in is not affected. */
export function ProfileAudience({ user }: { user: Me }) {
  const [{ profile_audience }, choose] = useChoice(user, 'Kept, and true from now on')
  return (
    <AudienceChoice
      legend="Who opens my profile"
      meaning={OF_PROFILE}
      value={profile_audience}
      onChange={(audience) => choose({ profile_audience: audience })}
    />
  )
}

/** Whether people who know my address find me by it. */
export function FoundByEmail({ user }: { user: Me }) {
  const [{ found_by_email }, choose] = useChoice(user, 'Kept, and true from now on')
  return (
    <SwitchField
      label="People who know my e-mail address find me by it"
      hint="Only by the whole address, once you have confirmed it. Nobody is ever shown it."
      checked={found_by_email}
      onChange={(event) => choose({ found_by_email: event.target.checked })}
    />
  )
}

/** Who sees new shows, photos and recordings unless something else is said there, and the way to say it of all there are. */
export function PrivacyDefaults({ user }: { user: Me }) {
  const [{ default_audience, default_media_audience }, choose] = useChoice(
    user,
    'Kept for everything you add from now on',
  )
  return (
    <div className="flex flex-col gap-8">
      <div>
        <AudienceChoice
          legend="Who sees that I was at a show"
          meaning={OF_SHOWS}
          value={default_audience}
          onChange={(audience) => choose({ default_audience: audience })}
        />
        <AudienceForAll of="shows" meaning={OF_SHOWS} />
      </div>
      <div>
        <AudienceChoice
          legend="Who sees my photos and recordings of a show"
          meaning={OF_MEDIA}
          value={default_media_audience}
          onChange={(audience) => choose({ default_media_audience: audience })}
        />
        <AudienceForAll of="media" meaning={OF_MEDIA} />
      </div>
    </div>
  )
}
