import type { ComponentProps } from 'react'
import { Person } from './person.tsx'

type PeopleProps = Pick<ComponentProps<typeof Person>, 'size'> & {
  people: readonly { id: string; name: string; colour: number }[]
  /** Read out instead of the initials: "Mara, Theo and Inés". */
  label: string
  /** Colour of the gap between faces: that of what they stand on. */
  gap?: 'ring-background' | 'ring-surface' | 'ring-field'
}

export function People({ people, label, size = 28, gap = 'ring-background' }: PeopleProps) {
  return (
    <span className="flex items-center">
      {people.map((person) => (
        <Person
          key={person.id}
          name={person.name}
          colour={person.colour}
          size={size}
          className={`-ml-2 ring-2 first:ml-0 ${gap}`}
        />
      ))}
      <span className="sr-only">{label}</span>
    </span>
  )
}
