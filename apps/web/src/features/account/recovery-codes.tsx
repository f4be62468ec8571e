import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button.tsx'
import { CopyButton } from '@/components/ui/copy-button.tsx'
import { Panel } from '@/components/ui/panel.tsx'

/** The codes for the day that the phone is lost; they are shown this once. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useTranslations('account.twoFactor')
  return (
    <Panel title={t('codesTitle')}>
      <p role="status" className="max-w-[60ch] text-muted-foreground">
        {t('codesLead')}
      </p>
      <ol className="grid grid-cols-1 gap-x-6 gap-y-2.5 rounded-md bg-sunken p-5 text-center rail:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>
            <code className="figures text-[0.9375rem] font-semibold whitespace-nowrap select-all">
              {code}
            </code>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2.5">
        <Button onClick={onKept}>{t('codesDone')}</Button>
        <CopyButton text={codes.join('\n')} />
      </div>
    </Panel>
  )
}
