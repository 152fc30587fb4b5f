import { useNavigate } from '@tanstack/react-router'
import {
  Compass,
  Disc3,
  House,
  ListMusic,
  LogIn,
  LogOut,
  Moon,
  Music,
  Plus,
  Settings,
  Shield,
  Sun,
  Ticket,
  UserPlus,
  UserRound,
} from 'lucide-react'
import { useSignOut } from '@/features/accounts/api'
import { useSession } from '@/features/accounts/session'
import { type Action, Palette } from '@/features/search/components/palette'
import { sayProblem } from '@/lib/problem'
import { chooseTheme, useTheme } from '@/lib/theme'
import { toast } from '@/ui/toast'

type CommandPaletteProps = { open: boolean; onOpenChange: (open: boolean) => void }

/** The palette with what this person can do. */
export function CommandPalette(props: CommandPaletteProps) {
  const { user } = useSession()
  const light = useLightAction()
  const goTo = useGoTo()
  const signOut = useSignOutAction()
  const mine = [...goTo.member, ...(user?.role === 'admin' ? goTo.admin : []), light, signOut]
  return <Palette {...props} person={user?.id ?? null} actions={user ? mine : [...goTo.stranger, light]} />
}

function useGoTo(): Record<'member' | 'admin' | 'stranger', Action[]> {
  const navigate = useNavigate()
  return {
    member: [
      { label: 'Add a show', icon: Plus, run: () => navigate({ to: '/shows/create' }) },
      { label: 'Go to the dashboard', icon: House, run: () => navigate({ to: '/dashboard' }) },
      { label: 'Discover what is on', icon: Compass, run: () => navigate({ to: '/discover' }) },
      { label: 'Go to my shows', icon: Ticket, run: () => navigate({ to: '/shows' }) },
      { label: 'Listen in a mood', icon: Disc3, run: () => navigate({ to: '/mood' }) },
      { label: 'Go to my music', icon: Music, run: () => navigate({ to: '/music' }) },
      { label: 'Go to my playlists', icon: ListMusic, run: () => navigate({ to: '/playlists' }) },
      { label: 'Go to my profile', icon: UserRound, run: () => navigate({ to: '/profile' }) },
      { label: 'Settings', icon: Settings, run: () => navigate({ to: '/settings' }) },
    ],
    admin: [{ label: 'Administration', icon: Shield, run: () => navigate({ to: '/admin' }) }],
    stranger: [
      { label: 'Discover what is on', icon: Compass, run: () => navigate({ to: '/discover' }) },
      { label: 'Create an account', icon: UserPlus, run: () => navigate({ to: '/register' }) },
      { label: 'Log in', icon: LogIn, run: () => navigate({ to: '/login' }) },
    ],
  }
}

function useSignOutAction(): Action {
  const signOut = useSignOut()
  const leave = () => signOut.mutate(undefined, { onError: (error) => toast.failed(sayProblem(error)) })
  return { label: 'Sign out', icon: LogOut, run: leave }
}

function useLightAction(): Action {
  const { theme } = useTheme()
  return theme === 'dark'
    ? { label: 'Turn the lights up', icon: Sun, run: () => chooseTheme('light'), leaves: false }
    : { label: 'Turn the lights down', icon: Moon, run: () => chooseTheme('dark'), leaves: false }
}
