'use client'

import { MessageSquareText, ShieldAlert, ShieldPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useStore } from 'zustand'
import { Button } from '@/components/ui/button.tsx'
import { Field } from '@/components/ui/field.tsx'
import { Strip } from '@/components/ui/strip.tsx'
import { Textarea } from '@/components/ui/textarea.tsx'
import { cart } from '@/stores/cart-store.ts'
import { maxNoteChars } from '@/stores/parse-cart.ts'

type Kind = 'note' | 'allergyNote'

/** A wish for the whole round, and an allergy, which the kitchen sees in red. */
export function CartNotes({ isFrozen }: { isFrozen: boolean }) {
  const t = useTranslations('cart.notes')
  const { note, allergyNote } = useStore(cart.store)
  const [editing, setEditing] = useState<Kind | null>(null)
  if (isFrozen) {
    return (
      <div className="grid gap-2 py-3">
        {allergyNote && <AllergyStrip text={allergyNote} />}
        {note && <p className="type-hint italic">“{note}”</p>}
      </div>
    )
  }
  return (
    <div className="grid gap-3 py-3">
      {allergyNote && editing !== 'allergyNote' && <AllergyStrip text={allergyNote} />}
      {note && editing !== 'note' && <p className="break-words italic">“{note}”</p>}
      {editing && (
        <NoteField
          key={editing}
          label={t(`${editing}.label`)}
          hint={t(`${editing}.hint`)}
          doneLabel={t('done')}
          value={editing === 'note' ? note : allergyNote}
          onChange={(text) => cart.setNotes({ [editing]: text })}
          onDone={() => setEditing(null)}
        />
      )}
      <div className="flex flex-wrap gap-2.5">
        {editing !== 'note' && (
          <Button variant="quiet" size={44} onClick={() => setEditing('note')}>
            <MessageSquareText size={20} />
            {t(note ? 'note.change' : 'note.add')}
          </Button>
        )}
        {editing !== 'allergyNote' && (
          <Button variant="quiet" size={44} onClick={() => setEditing('allergyNote')}>
            <ShieldPlus size={20} />
            {t(allergyNote ? 'allergyNote.change' : 'allergyNote.add')}
          </Button>
        )}
      </div>
    </div>
  )
}

function AllergyStrip({ text }: { text: string }) {
  const t = useTranslations('cart.notes.allergyNote')
  return (
    <Strip
      tone="danger"
      icon={<ShieldAlert size={22} />}
      lead={<span className="break-words">{t('lead', { text })}</span>}
    >
      {t('seen')}
    </Strip>
  )
}

type NoteFieldProps = {
  label: string
  hint: string
  doneLabel: string
  value: string
  onChange: (text: string) => void
  onDone: () => void
}

function NoteField({ label, hint, doneLabel, value, onChange, onDone }: NoteFieldProps) {
  return (
    <div className="grid gap-2.5">
      <Field label={label} hint={hint}>
        {(control) => (
          <Textarea
            {...control}
            autoFocus
            value={value}
            maxLength={maxNoteChars}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      <Button variant="line" size={44} className="justify-self-start" onClick={onDone}>
        {doneLabel}
      </Button>
    </div>
  )
}
