import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button.tsx'
import { Panel } from './panel.tsx'

/** The codes for the day that the phone is lost; they are shown this once. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useTranslations('account.twoFactor')
  return (
    <Panel title={t('codesTitle')}>
      <p role="status">{t('codesLead')}</p>
      <ul className="grid gap-2 rounded-md bg-sunken p-4 sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>
            <code className="select-all">{code}</code>
          </li>
        ))}
      </ul>
      <Button className="justify-self-start" onClick={onKept}>
        {t('codesDone')}
      </Button>
    </Panel>
  )
}
