import { type MouseEvent, useEffect, useRef } from 'react'

type ModalInput = { open: boolean; onClose: () => void }

/** Attributes of a native modal `<dialog>`: focus stays inside, Esc and a tap outside close it. */
export function useModal({ open, onClose }: ModalInput) {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    if (open && !dialog?.open) dialog?.showModal()
    if (!open && dialog?.open) dialog.close()
  }, [open])
  return {
    ref,
    onClose,
    onClick: (event: MouseEvent<HTMLDialogElement>) => {
      if (event.target === ref.current) onClose()
    },
  }
}
