import type { ReactNode } from 'react'
import { PageHeader } from './page-header.tsx'

type SettingsFrameProps = {
  title: string
  /** What the page is for, in a sentence. */
  lead: string
  backLabel: string
  /** The form that adds one more; beside the list where there is room, below it elsewhere. */
  form: ReactNode
  children: ReactNode
}

/** A page below the settings: a list, and a form that adds to it. */
export function SettingsFrame({ title, lead, backLabel, form, children }: SettingsFrameProps) {
  return (
    <section className="mx-auto grid w-full max-w-5xl grid-cols-1 gap-5 p-4.5 panel:grid-cols-[minmax(0,1fr)_24rem]">
      <PageHeader title={title} back={{ href: '/settings', label: backLabel }} className="panel:col-span-2">
        {lead}
      </PageHeader>
      <div className="grid min-w-0 grid-cols-1 content-start gap-5">{children}</div>
      {form}
    </section>
  )
}
