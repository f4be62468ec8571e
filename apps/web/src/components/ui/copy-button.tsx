'use client'

import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ComponentProps, useState } from 'react'
import { Button } from './button.tsx'

type CopyButtonProps = Pick<ComponentProps<typeof Button>, 'variant' | 'size' | 'className'> & {
  text: string
}

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, variant = 'line', ...look }: CopyButtonProps) {
  const t = useTranslations('common')
  const [copied, setCopied] = useState<string>()
  const isCopied = copied === text
  const Icon = isCopied ? Check : Copy
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(text),
      () => setCopied(undefined),
    )
  return (
    <Button variant={variant} {...look} onClick={() => void copy()}>
      <Icon size={20} aria-hidden />
      <span aria-live="polite">{t(isCopied ? 'copied' : 'copy')}</span>
    </Button>
  )
}
