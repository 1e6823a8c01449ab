/** The bar above every page: search, today and its week, age of the last good backup, who is signed in, lock. */
import { ActionIcon, Burger, Button, Kbd, Menu, Tooltip, UnstyledButton, type MantineColorScheme } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import {
  IconChevronDown,
  IconDeviceDesktop,
  IconEyeOff,
  IconKey,
  IconLock,
  IconMoon,
  IconSearch,
  IconSun,
  IconUsers,
} from '@tabler/icons-react'
import { formatDay } from '../../shared/i18n/format'
import { LANGUAGES } from '../../shared/i18n'
import { weekOf } from '../../shared/kernel/two-weeks'
import { call } from '../platform/client'
import { useGo } from '../platform/routes'
import { useDoor, useSession } from '../platform/session'
import { useClock } from '../platform/today'
import { useLanguage, useWords } from '../platform/words'
import { BackupAge } from './BackupAge'
import { hideNow } from './QuickHide'
import { routesFor } from './slices'
import classes from './TopBar.module.css'

export interface Scheme {
  readonly value: MantineColorScheme
  readonly set: (next: MantineColorScheme) => void
}

const SCHEMES = [
  { value: 'light', icon: IconSun },
  { value: 'dark', icon: IconMoon },
  { value: 'auto', icon: IconDeviceDesktop },
] as const satisfies readonly { value: MantineColorScheme; icon: typeof IconSun }[]

export function TopBar({ scheme, onMenu }: { readonly scheme: Scheme; readonly onMenu?: () => void }) {
  const t = useWords()
  const { me } = useSession()
  const { lock } = useDoor()
  const searchable = routesFor(me.role).some((route) => route.search)
  return (
    <section className={classes.bar} aria-label={t('office.shell.bar')}>
      {onMenu && (
        <Burger className={classes.burger ?? ''} size="sm" onClick={onMenu} aria-label={t('office.shell.menu')} />
      )}
      {searchable && (
        <UnstyledButton className={classes.search} onClick={spotlight.open}>
          <IconSearch size={18} aria-hidden />
          <span className={classes.searchText}>{t('office.search.open')}</span>
          <Kbd size="xs" className={classes.key ?? ''}>
            Ctrl K
          </Kbd>
        </UnstyledButton>
      )}
      <div className={classes.room} />
      <Today />
      <BackupAge />
      <LanguageSwitch />
      <PersonMenu scheme={scheme} />
      <Tooltip label={t('office.hide.now')}>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('office.hide.now')} onClick={hideNow}>
          <IconEyeOff size={20} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('office.lock.hint')}>
        <Button
          variant="default"
          leftSection={<IconLock size={18} aria-hidden />}
          onClick={() => void lock()}
          className={classes.lock ?? ''}
        >
          {t('office.lock.act')}
        </Button>
      </Tooltip>
    </section>
  )
}

function Today() {
  const t = useWords()
  const clock = useClock()
  if (!clock) return null
  const week = weekOf(clock.today)
  return (
    <div className={classes.today}>
      <span className={classes.day}>{formatDay(clock.today, t.language)}</span>
      <span className={classes.week}>{t('office.shell.week', { number: week.number, letter: week.letter })}</span>
    </div>
  )
}

function LanguageSwitch() {
  const t = useWords()
  const language = useLanguage()
  const { enter } = useDoor()
  const { me } = useSession()
  const next = LANGUAGES.find((each) => each !== language) ?? 'es'
  const change = async () => {
    const outcome = await call('office.setLanguage', { language: next })
    if (outcome.ok) enter({ ...me, language: next })
  }
  return (
    <Tooltip label={t('office.language.switch')}>
      <Button
        variant="subtle"
        color="gray"
        px={8}
        lang={next}
        aria-label={`${next.toUpperCase()}: ${t('office.language.switch')}`}
        onClick={() => void change()}
      >
        {next.toUpperCase()}
      </Button>
    </Tooltip>
  )
}

function PersonMenu({ scheme }: { readonly scheme: Scheme }) {
  const t = useWords()
  const go = useGo()
  const { me } = useSession()
  const { lock } = useDoor()
  return (
    <Menu position="bottom-end" shadow="md" width={240}>
      <Menu.Target>
        <UnstyledButton className={classes.person}>
          <span className={classes.who}>
            <span className={classes.personName}>{me.name}</span>
            <span className={classes.role}>{t(`role.${me.role}`)}</span>
          </span>
          <IconChevronDown size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconKey size={16} aria-hidden />} onClick={() => go('/settings/password')}>
          {t('office.password.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconUsers size={16} aria-hidden />} onClick={() => void lock()}>
          {t('office.lock.change')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('office.scheme.title')}</Menu.Label>
        {SCHEMES.map(({ value, icon: Sign }) => (
          <Menu.Item
            key={value}
            aria-current={scheme.value === value}
            leftSection={<Sign size={16} aria-hidden />}
            rightSection={scheme.value === value ? '✓' : undefined}
            onClick={() => scheme.set(value)}
          >
            {t(`office.scheme.${value}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
