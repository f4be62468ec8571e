'use client'

import type { StaffDish } from '@repo/schemas/contract'
import { CircleAlert, ImageUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type DragEvent, useEffect, useState } from 'react'
import { DishPicture } from '@/components/plate/dish-picture.tsx'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { Strip } from '@/components/ui/strip.tsx'
import { cn } from '@/lib/cn.ts'
import { useDishPhoto } from './use-dish-photo.ts'

type PhotoDialogProps = {
  branchId: string
  dish: StaffDish
  name: string
  backdrop: string
  open: boolean
  onClose: () => void
}

/** Chooses, previews and sends one photo of a dish, or takes it away. */
export function PhotoDialog({ branchId, dish, name, backdrop, open, onClose }: PhotoDialogProps) {
  const t = useTranslations('settings.menu.photo')
  const [file, setFile] = useState<File | null>(null)
  const [over, setOver] = useState(false)
  const [broken, setBroken] = useState<string | null>(null)
  const preview = usePreview(file)
  const close = () => {
    setFile(null)
    photo.reset()
    onClose()
  }
  const photo = useDishPhoto({ branchId, dish, name, onDone: close })
  const choose = (chosen: File | null | undefined) => {
    photo.reset()
    setFile(chosen ?? null)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    choose(event.dataTransfer.files[0])
  }
  const uploaded = dish.picture?.startsWith('photo/')
  return (
    <Dialog
      open={open}
      onClose={close}
      title={t('title', { dish: name })}
      actions={
        <>
          <Button variant="line" onClick={close}>
            {t('close')}
          </Button>
          {uploaded && !file && (
            <Button variant="danger" busy={photo.busy} onClick={photo.remove}>
              {t('remove')}
            </Button>
          )}
          {file && (
            <Button busy={photo.busy} onClick={() => photo.send(file)}>
              {t('use')}
            </Button>
          )}
        </>
      }
    >
      <label
        className={cn(
          'grid cursor-pointer justify-items-center gap-3 rounded-md border-2 border-dashed border-input p-4.5 text-center',
          'has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring',
          over && 'border-primary bg-sunken',
        )}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <span className="w-44 overflow-hidden rounded-lg">
          {preview && preview !== broken ? (
            <img
              src={preview}
              alt={t('preview')}
              className="aspect-square w-full object-cover"
              onError={() => setBroken(preview)}
            />
          ) : (
            <DishPicture picture={dish.picture} ware={dish.ware} backdrop={backdrop} crop="whole" />
          )}
        </span>
        <input
          type="file"
          accept="image/jpeg,image/png,image/webp"
          className="sr-only"
          onChange={(event) => choose(event.target.files?.[0])}
        />
        <span className="type-label inline-flex items-center gap-2">
          <ImageUp size={20} aria-hidden />
          {t('choose')}
        </span>
        <span className="type-hint text-balance text-muted-foreground">{t('drop')}</span>
      </label>
      <p role="status" className="type-hint figures empty:-mt-4">
        {photo.share !== null &&
          (photo.share < 1 ? t('sending', { percent: Math.round(photo.share * 100) }) : t('drawing'))}
      </p>
      {photo.share !== null && (
        <span aria-hidden className="-mt-2 block h-2 overflow-hidden rounded-full bg-sunken">
          <span
            className="block h-full origin-left rounded-full bg-primary transition-[scale] duration-(--dur-move)"
            style={{ scale: `${photo.share} 1` }}
          />
        </span>
      )}
      {photo.fault && (
        <Strip tone="danger" urgent icon={<CircleAlert size={22} aria-hidden />}>
          {t(`faults.${photo.fault}`)}
        </Strip>
      )}
    </Dialog>
  )
}

/** An address of the chosen file for this page alone, given back when another is chosen. */
function usePreview(file: File | null): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (!file) return setAddress(null)
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address
}
