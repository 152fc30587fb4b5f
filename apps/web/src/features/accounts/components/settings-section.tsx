import { type ReactNode, useId } from 'react'

type SettingsSectionProps = { title: string; lead?: ReactNode; children: ReactNode }

/** One matter of the settings; a hairline parts it from the one before. */
export function SettingsSection({ title, lead, children }: SettingsSectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="border-line border-t py-8 first:border-t-0 first:pt-0">
      <h2 id={id} className="text-20">
        {title}
      </h2>
      {lead && <p className="mt-1 text-14 text-soft">{lead}</p>}
      <div className="mt-5">{children}</div>
    </section>
  )
}
