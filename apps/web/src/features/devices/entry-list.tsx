import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Panel } from '@/components/ui/panel.tsx'

type Entry = {
  id: string
  icon: ReactNode
  name: string
  details: string[]
  verb: string
  verbOf: string
  onVerb: () => void
}

/** A panel of things that each can be ended. */
export function EntryList({ title, entries }: { title: string; entries: Entry[] }) {
  return (
    <Panel title={title}>
      <ul className="-my-3">
        {entries.map(({ id, icon, name, details, verb, verbOf, onVerb }) => (
          <li key={id} className="flex items-center gap-3.5 border-b py-3 last:border-b-0">
            <span
              aria-hidden
              className="flex size-11 shrink-0 items-center justify-center rounded-full bg-sunken"
            >
              {icon}
            </span>
            <span className="min-w-0 flex-1">
              <span className="type-dish block [overflow-wrap:anywhere]">{name}</span>
              {details.map((detail) => (
                <span key={detail} className="type-hint block text-muted-foreground">
                  {detail}
                </span>
              ))}
            </span>
            <Button variant="line" size={44} aria-label={verbOf} onClick={onVerb}>
              {verb}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
