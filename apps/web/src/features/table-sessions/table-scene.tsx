'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { BrandMark } from '@/components/brand/brand-mark.tsx'
import { IconButton } from '@/components/ui/icon-button.tsx'
import { useModal } from '@/components/ui/use-modal.ts'
import { useTablePlace } from '@/stores/table-place.tsx'

type TableSceneProps = {
  open: boolean
  onClose: () => void
  /** Beside the restaurant's sign. */
  heading: ReactNode
  /** Large words on the field, above the table. */
  news?: ReactNode
  /** The table from above. */
  picture: ReactNode
  title: ReactNode
  children: ReactNode
}

/** A full screen about the table itself: its picture above, one question below. */
export function TableScene({ open, onClose, heading, news, picture, title, children }: TableSceneProps) {
  const t = useTranslations('common')
  const titleId = useId()
  const { branch } = useTablePlace()
  return (
    <dialog {...useModal({ open, onClose })} aria-labelledby={titleId} className="table-scene">
      <div className="table-scene-body">
        <header className="flex items-center gap-3 px-4.5 pt-3.5">
          <BrandMark name={branch.name} logo={branch.logo} />
          <p className="type-dish min-w-0 flex-1">{heading}</p>
          <IconButton variant="field" label={t('close')} onClick={onClose}>
            <X size={22} />
          </IconButton>
        </header>
        {news && <p className="type-screen px-4.5 pt-4">{news}</p>}
        <div className="table-scene-picture" aria-hidden>
          {picture}
        </div>
        <div className="table-scene-panel">
          <div className="mx-auto grid max-w-md content-start gap-4">
            <h2 id={titleId} className="type-screen">
              {title}
            </h2>
            {children}
          </div>
        </div>
      </div>
    </dialog>
  )
}
