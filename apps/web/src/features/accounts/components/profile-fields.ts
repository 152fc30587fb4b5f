import type { UseFormReturn } from 'react-hook-form'

/** What the profile form holds; an empty text is a field not given. */
export type ProfileFields = { display_name: string; home_city: string; time_zone: string; bio: string }
export type ProfileFormState = UseFormReturn<ProfileFields>
