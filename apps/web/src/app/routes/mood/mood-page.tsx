import { LitPage, type LitPageProps } from '../../shell/lit-page'
import { MoodTabs } from './mood-tabs'

/** The frame of MoodDJ's pages for members. */
export const MoodPage = (props: Omit<LitPageProps, 'of' | 'tabs'>) => (
  <LitPage of="MoodDJ" tabs={<MoodTabs />} {...props} />
)
