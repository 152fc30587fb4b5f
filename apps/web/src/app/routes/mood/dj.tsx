import { useSession } from '@/features/accounts/session'
import { DjForStrangers } from './dj-for-strangers'
import { MyDj } from './my-dj'

/** MoodDJ: a mood, said by a face or a finger, and one's own music that answers. */
export function MoodDj() {
  const { user } = useSession()
  return user ? <MyDj /> : <DjForStrangers />
}
