import { ChevronLeft } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { iconButtonStyle } from './icon-button.tsx'

type PageHeaderProps = {
  title: ReactNode
  /** The page above this one. */
  back?: { href: string; label: string }
  /** What the page is for, in a sentence. */
  children?: ReactNode
  className?: string
}

/** The title of a staff page. */
export function PageHeader({ title, back, children, className }: PageHeaderProps) {
  return (
    <header className={className}>
      <div className="flex min-h-11 items-center gap-3.5">
        {back && (
          <Link href={back.href} aria-label={back.label} className={iconButtonStyle()}>
            <ChevronLeft size={22} strokeWidth={2.4} />
          </Link>
        )}
        <h1 className="type-screen">{title}</h1>
      </div>
      {children && <p className="mt-1.5 max-w-[60ch] break-words text-muted-foreground">{children}</p>}
    </header>
  )
}
