/** The ways to what stands across all groups: the book of folios, what waits to be handed over, what expires, the forms. */
import { Button, Group } from '@mantine/core'
import { IconBook2, IconCalendarDue, IconFiles, IconHeartHandshake, IconPalette } from '@tabler/icons-react'
import { useRead } from '../../platform/client'
import { useGo } from '../../platform/routes'
import { useWords } from '../../platform/words'

export function OtherLists() {
  const t = useWords()
  const go = useGo()
  const waiting = useRead('certificates.undelivered', {}).data?.rows.length
  const ending = useRead('certificates.expiring', { days: 90 }).data?.rows.length
  const links = [
    { to: 'register', icon: IconBook2, label: t('certificates.register.title'), count: undefined },
    { to: 'undelivered', icon: IconHeartHandshake, label: t('certificates.undelivered.title'), count: waiting },
    { to: 'expiring', icon: IconCalendarDue, label: t('certificates.expiring.title'), count: ending },
    { to: 'forms', icon: IconFiles, label: t('certificates.forms.title'), count: undefined },
    { to: 'look', icon: IconPalette, label: t('certificates.face.look'), count: undefined },
  ] as const
  return (
    <Group gap="sm" mb="sm" component="nav" aria-label={t('certificates.nav')} data-no-print>
      {links.map(({ to, icon: Sign, label, count }) => (
        <Button
          key={to}
          variant="default"
          size="compact-md"
          leftSection={<Sign size={16} aria-hidden />}
          onClick={() => go(to === 'look' ? '/settings/certificates' : `/certificates/${to}`)}
        >
          {count ? `${label} (${String(count)})` : label}
        </Button>
      ))}
    </Group>
  )
}
