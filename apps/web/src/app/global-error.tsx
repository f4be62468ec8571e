'use client'

import { type CSSProperties, useSyncExternalStore } from 'react'
import type { ErrorPageProps } from '@/lib/error-page.ts'

// Everything else may be what failed: this page brings its own words, styles and plate.
const words = {
  en: {
    title: 'RestAI stopped for a moment',
    body: 'Nothing was ordered or changed by this. Try again; at a table you can also ask your waiter.',
    retry: 'Try again',
  },
  es: {
    title: 'RestAI se detuvo un momento',
    body: 'No se pidió ni se cambió nada por esto. Intenta de nuevo; en la mesa también puedes avisar a tu mesero.',
    retry: 'Intentar de nuevo',
  },
}

export default function GlobalError({ retry }: ErrorPageProps) {
  const locale = useSyncExternalStore(neverChanges, browserLocale, () => 'en' as const)
  const { title, body, retry: retryLabel } = words[locale]
  return (
    <html lang={locale} style={{ colorScheme: 'light dark' }}>
      <body style={pageStyle}>
        <title>{title}</title>
        <main role="alert" style={{ maxWidth: '24rem' }}>
          <svg viewBox="0 0 100 100" width="120" height="120" aria-hidden style={{ display: 'inline-block' }}>
            <circle cx="50" cy="50" r="46" fill="#fcfbf8" stroke="#00573a" strokeWidth="3" />
            <circle cx="50" cy="50" r="34" fill="none" stroke="#d8d2ca" strokeWidth="2" />
          </svg>
          <h1 style={{ margin: '1.25rem 0 .5rem', fontSize: '1.75rem', fontWeight: 700, lineHeight: 1.1 }}>
            {title}
          </h1>
          <p style={{ margin: '0 0 1.5rem', lineHeight: 1.45 }}>{body}</p>
          <button type="button" onClick={retry} style={buttonStyle}>
            {retryLabel}
          </button>
        </main>
      </body>
    </html>
  )
}

const pageStyle: CSSProperties = {
  display: 'grid',
  placeItems: 'center',
  minHeight: '100dvh',
  margin: 0,
  padding: '1.5rem',
  boxSizing: 'border-box',
  textAlign: 'center',
  fontFamily: 'system-ui, sans-serif',
  background: 'Canvas',
  color: 'CanvasText',
}

const buttonStyle: CSSProperties = {
  minHeight: '3.25rem',
  padding: '0 1.75rem',
  border: 0,
  borderRadius: '999px',
  background: '#00573a',
  color: '#fff',
  font: 'inherit',
  fontWeight: 600,
  cursor: 'pointer',
}

const neverChanges = () => () => {}

function browserLocale(): keyof typeof words {
  const chosen = /(?:^|; )locale=(en|es)/.exec(document.cookie)?.[1]
  return (chosen ?? navigator.language).startsWith('es') ? 'es' : 'en'
}
