import { Check, X } from 'lucide-react'
import type { ReactNode } from 'react'

const GOES = [
  'Your profile, your picture and your settings',
  'Your diary: every entry with its notes and ratings',
  'Your photos, audio and videos, with the files',
  'The words of your comments',
  'Your devices, your copies and your e-mail address',
]

const STAYS = [
  'Concerts that others have in their diary, too: who played, where and what. Your name is taken off what you wrote there',
  'A line “deleted user” where you commented, so that the answers still make sense',
]

/** What deleting the account takes away, and what it leaves. */
export function WhatGoes() {
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <Points title="What goes" points={GOES} icon={<X className="text-danger" />} />
      <Points title="What stays" points={STAYS} icon={<Check className="text-soft" />} />
    </div>
  )
}

function Points({ title, points, icon }: { title: string; points: readonly string[]; icon: ReactNode }) {
  return (
    <div>
      <h3 className="font-medium font-sans text-14">{title}</h3>
      <ul className="mt-2 flex flex-col gap-1.5 text-14 text-soft">
        {points.map((point) => (
          <li key={point} className="flex gap-2">
            <span aria-hidden className="mt-0.5 [&_svg]:size-4">
              {icon}
            </span>
            {point}
          </li>
        ))}
      </ul>
    </div>
  )
}
