/** The age of the last good backup, where everybody sees it. */
import { IconDatabase, IconDatabaseExclamation } from '@tabler/icons-react'
import { useRead } from '../platform/client'
import { useWords } from '../platform/words'
import classes from './BackupAge.module.css'

export function BackupAge() {
  const t = useWords()
  const { data } = useRead('bundles.backupStatus', {})
  if (!data) return null
  const words =
    data.hours === null
      ? t('office.backup.none')
      : data.hours < 48
        ? t('office.backup.hours', { count: data.hours })
        : t('office.backup.days', { count: Math.floor(data.hours / 24) })
  const Sign = data.due ? IconDatabaseExclamation : IconDatabase
  return (
    <div className={classes.age} data-due={data.due || undefined}>
      <Sign size={18} aria-hidden className={classes.sign} />
      <span>
        <span className={classes.label}>{t('office.backup.label')}</span>
        <span className={classes.value}>{words}</span>
      </span>
    </div>
  )
}
