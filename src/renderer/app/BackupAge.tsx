/** The age of the last good backup, where everybody sees it. */
import { IconDatabase, IconDatabaseExclamation } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { Output } from '../../shared/contract'
import type { Words } from '../../shared/i18n'
import { useRead } from '../platform/client'
import { useClock } from '../platform/today'
import { useWords } from '../platform/words'
import classes from './BackupAge.module.css'

export function BackupAge() {
  const t = useWords()
  const { data, refetch } = useRead('bundles.backupStatus', {})
  const time = useClock()?.time
  // It ages with the clock, although nobody touches anything.
  useEffect(() => {
    if (time !== undefined) void refetch()
  }, [time, refetch])
  if (!data) return null
  const Sign = data.due ? IconDatabaseExclamation : IconDatabase
  return (
    <div className={classes.age} data-due={data.due || undefined}>
      <Sign size={18} aria-hidden className={classes.sign} />
      <span className={classes.text}>
        <span className={classes.label}>{t('office.backup.label')}</span>
        <span className={classes.value}>{ageOf(data, t)}</span>
      </span>
    </div>
  )
}

const FEW_MINUTES = 2
const DAYS_FROM = 48

function ageOf({ hours, minutes }: Output<'bundles.backupStatus'>, t: Words): string {
  if (hours === null || minutes === null) return t('office.backup.none')
  if (minutes < FEW_MINUTES) return t('office.backup.now')
  if (hours < 1) return t('office.backup.minutes', { count: minutes })
  if (hours < DAYS_FROM) return t('office.backup.hours', { count: hours })
  return t('office.backup.days', { count: Math.floor(hours / 24) })
}
