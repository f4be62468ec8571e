'use client'

import type { Role } from '@repo/auth/policy'
import { useTranslations } from 'next-intl'
import { SelectField } from '@/components/ui/select-field.tsx'

/** One of the roles that the caller may give; the second lowest is preselected. */
export function RoleField({ roles }: { roles: readonly Role[] }) {
  const t = useTranslations('settings.team')
  return (
    <SelectField name="role" label={t('role')} defaultValue={roles.at(-2) ?? roles[0]}>
      {roles.map((role) => (
        <option key={role} value={role}>
          {t(`roles.${role}`)}
        </option>
      ))}
    </SelectField>
  )
}
