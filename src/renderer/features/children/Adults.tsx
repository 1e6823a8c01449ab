/** Who may and who may not collect a child, until when, and the order that forbids. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { ChildAdult, ChildRecord } from '../../../shared/contract/children.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Section } from '../../ui/Page'
import { Status, type Tone } from '../../ui/Status'
import { AdultDrawer } from './AdultDrawer'

const TONES: Readonly<Record<ChildAdult['standing'], Tone>> = {
  may: 'done',
  ended: 'attention',
  'may-not': 'quiet',
  forbidden: 'stop',
}
/** Whoever is forbidden stands first: the line that must never be overlooked. */
const ORDER: Readonly<Record<ChildAdult['standing'], number>> = { forbidden: 0, may: 1, ended: 2, 'may-not': 3 }

export function Adults({ child }: { readonly child: ChildRecord }) {
  const t = useWords()
  const [open, setOpen] = useState<ChildAdult | 'new' | null>(null)
  const columns = useMemo(() => columnsOf(t), [t])
  const rows = useMemo(() => [...child.adults].sort((a, b) => ORDER[a.standing] - ORDER[b.standing]), [child.adults])
  return (
    <Section
      title={t('children.section.adults')}
      actions={
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setOpen('new')}
        >
          {t('children.adult.add')}
        </Button>
      }
    >
      <DataTable
        name="children.adults"
        label={t('children.section.adults')}
        size="content"
        columns={columns}
        rows={rows}
        rowKey={(adult) => adult.id}
        onOpen={setOpen}
        countWords="children.adults.count"
        empty={t('children.adults.empty')}
      />
      <AdultDrawer child={child} adult={open} onClose={() => setOpen(null)} />
    </Section>
  )
}

function columnsOf(t: Words): readonly Column<ChildAdult>[] {
  return [
    { id: 'name', header: t('children.adult.fullName'), value: (adult) => adult.fullName },
    { id: 'relation', header: t('children.adult.relation'), value: (adult) => adult.relation, width: 150 },
    {
      id: 'standing',
      header: t('children.adult.standing'),
      value: (adult) => t(`children.adult.${adult.standing}`),
      cell: (adult) => (
        <Status
          tone={TONES[adult.standing]}
          label={t(`children.adult.${adult.standing}`)}
          reason={reasonOf(t, adult)}
        />
      ),
      width: 190,
    },
    {
      id: 'until',
      header: t('children.adult.validUntil'),
      value: (adult) => adult.validUntil,
      cell: (adult) => adult.validUntil && formatDay(adult.validUntil, t.language),
      width: 150,
    },
    { id: 'order', header: t('children.adult.forbiddenBy'), value: (adult) => adult.forbiddenBy, width: 170 },
    { id: 'document', header: t('children.adult.document'), value: (adult) => adult.document, width: 150 },
    { id: 'phone', header: t('children.adult.phone'), value: (adult) => adult.phone, width: 120 },
  ]
}

function reasonOf(t: Words, adult: ChildAdult): string {
  const day = adult.validUntil ? formatDay(adult.validUntil, t.language) : ''
  if (adult.standing === 'forbidden') return t('children.adult.forbiddenReason', { order: adult.forbiddenBy ?? '' })
  if (adult.standing === 'ended') return t('children.adult.endedReason', { day })
  if (adult.standing === 'may-not') return t('children.adult.mayNotReason')
  return day ? t('children.adult.mayReason', { day }) : t('children.adult.mayAlways')
}
