import type { Me } from '@sharemyshows/contract/accounts'
import { sayProblem } from '@/lib/problem'
import { toast } from '@/ui/toast'
import { useChangeMe } from '../api'
import { AudienceChoice } from './audience-choice'

const OF_SHOWS = {
  private: 'Nobody learns that you were there.',
  friends: 'Your friends see it in your diary.',
  attendees: 'Others who were at the same show find you among its people.',
  public: 'Anybody who can open this server sees it, signed in or not.',
}
const OF_PHOTOS = {
  private: 'They stay yours until you share them one by one.',
  friends: 'Your friends see them.',
  attendees: 'Whoever was at the show sees them on its wall.',
  public: 'Whoever may see the show sees its photos.',
}

/** Who sees new shows and new photos unless something else is said there; kept as soon as it is chosen. */
export function PrivacyDefaults({ user }: { user: Me }) {
  const change = useChangeMe()
  // What was chosen shows at once; should the server refuse, it goes back by itself.
  const { default_audience, default_media_audience } = { ...user, ...(change.isPending && change.variables) }
  const choose = (chosen: Parameters<typeof change.mutate>[0]) =>
    change.mutate(chosen, {
      onSuccess: () => toast.done('Kept for everything you add from now on'),
      onError: (error) => toast.failed(sayProblem(error)),
    })
  return (
    <div className="flex flex-col gap-6">
      <AudienceChoice
        legend="Who sees that I was at a show"
        meaning={OF_SHOWS}
        value={default_audience}
        onChange={(audience) => choose({ default_audience: audience })}
      />
      <AudienceChoice
        legend="Who sees my photos of a show"
        meaning={OF_PHOTOS}
        value={default_media_audience}
        onChange={(audience) => choose({ default_media_audience: audience })}
      />
    </div>
  )
}
