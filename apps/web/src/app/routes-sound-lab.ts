import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readLibraryAddress, readPairAddress } from '@/features/sound-lab/address'
import { member, open } from './frames'

/** What the Sound Lab is, and for members what is new in theirs. */
export const soundLab = createRoute({
  getParentRoute: () => open,
  path: '/sound-lab',
  component: lazyRouteComponent(() => import('./routes/sound-lab/landing'), 'SoundLab'),
})

export const soundLabUpload = createRoute({
  getParentRoute: () => member,
  path: '/sound-lab/upload',
  component: lazyRouteComponent(() => import('./routes/sound-lab/upload'), 'SoundLabUpload'),
})

export const soundLabLibrary = createRoute({
  getParentRoute: () => member,
  path: '/sound-lab/library',
  component: lazyRouteComponent(() => import('./routes/sound-lab/library'), 'SoundLabLibrary'),
  validateSearch: readLibraryAddress,
})

/** Two recordings beside each other. */
export const soundLabCompare = createRoute({
  getParentRoute: () => open,
  path: '/sound-lab/compare',
  component: lazyRouteComponent(() => import('./routes/sound-lab/compare'), 'SoundLabCompare'),
  validateSearch: readPairAddress,
})

/** Pictures of sound, of a recording or of a file that stays on the device. */
export const soundLabGallery = createRoute({
  getParentRoute: () => open,
  path: '/sound-lab/gallery',
  component: lazyRouteComponent(() => import('./routes/sound-lab/gallery'), 'SoundLabGallery'),
  validateSearch: ({ audio }: Record<string, unknown>): { audio?: string } =>
    typeof audio === 'string' ? { audio } : {},
})

/** What was found in a recording. */
export const soundLabAnalysis = createRoute({
  getParentRoute: () => open,
  path: '/sound-lab/$audioId',
  component: lazyRouteComponent(() => import('./routes/sound-lab/analysis'), 'SoundLabAnalysis'),
})
