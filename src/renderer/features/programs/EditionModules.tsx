/** What an edition teaches: hours that each module was to have, has in the sessions, and has had. */
import type { Output } from '../../../shared/contract'
import { formatNumber } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Section } from '../../ui/Page'
import { Status } from '../../ui/Status'
import classes from './programs.module.css'

type Edition = Output<'programs.edition'>
type Module = Edition['modules'][number]

const hours = (minutes: number): string => formatNumber(minutes / 60)

export function EditionModules({ edition }: { readonly edition: Edition }) {
  const t = useWords()
  const promised = edition.hours * 60
  const difference = edition.minutes - promised
  const columns: readonly Column<Module>[] = [
    { id: 'title', header: t('programs.module.title'), value: (row) => row.title },
    {
      id: 'minutes',
      header: t('programs.module.hours'),
      value: (row) => row.minutes,
      cell: (row) => hours(row.minutes),
      width: 92,
      align: 'end',
    },
    {
      id: 'planned',
      header: t('programs.module.planned'),
      value: (row) => row.planned,
      cell: (row) =>
        row.planned === row.minutes ? (
          hours(row.planned)
        ) : (
          <Status
            tone="info"
            label={hours(row.planned)}
            reason={t('programs.module.differs', { planned: hours(row.planned), hours: hours(row.minutes) })}
          />
        ),
      width: 110,
      align: 'end',
    },
    {
      id: 'held',
      header: t('programs.module.held'),
      value: (row) => row.held,
      cell: (row) => hours(row.held),
      width: 92,
      align: 'end',
    },
  ]
  return (
    <Section title={t('programs.module.section')}>
      <p className={classes.hint}>
        {difference === 0
          ? t('programs.module.sumEqual', { hours: hours(edition.minutes) })
          : t(difference > 0 ? 'programs.module.sumMore' : 'programs.module.sumLess', {
              hours: hours(edition.minutes),
              promised: hours(promised),
              difference: hours(Math.abs(difference)),
            })}
        {edition.modules.length > 0 &&
          edition.minutesWithoutModule > 0 &&
          ` ${t('programs.module.without', { hours: hours(edition.minutesWithoutModule) })}`}
      </p>
      {edition.modules.length > 0 && (
        <DataTable
          name="programs.modules"
          label={t('programs.module.section')}
          size="content"
          columns={columns}
          rows={edition.modules}
          rowKey={(row) => row.id}
          countWords="programs.module.count"
        />
      )}
    </Section>
  )
}
