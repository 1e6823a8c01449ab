/** The catalog: every workshop with what it teaches, asks and certifies. */
import { Button, Modal, Select, Stack, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { WorkshopRow } from '../../../shared/contract/workshops.contract'
import type { Words } from '../../../shared/i18n'
import { formatNumber } from '../../../shared/i18n/format'
import { useAct, useRead } from '../../platform/client'
import { useGo } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { ruleWords } from './rule-words'

export function CatalogPage() {
  const t = useWords()
  const go = useGo()
  const { may } = useSession()
  const read = useRead('programs.workshops', {})
  const [making, setMaking] = useState(false)
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <Page
      title={t('programs.catalog.title')}
      back={{ to: '/programs', label: t('programs.edition.back') }}
      primary={
        may('programs.createWorkshop') && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setMaking(true)}>
            {t('programs.catalog.new')}
          </Button>
        )
      }
      filters={
        may('programs.resources') && <RecordLink to="/programs/resources">{t('programs.resources.title')}</RecordLink>
      }
    >
      <Refusals of={read.refusals} />
      <DataTable
        name="programs.catalog"
        label={t('programs.catalog.title')}
        columns={columns}
        rows={read.data}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`/programs/catalog/${row.id}`)}
        search={t('programs.catalog.search')}
        countWords="programs.catalog.count"
        empty={<Empty title={t('programs.catalog.empty')} hint={t('programs.catalog.emptyHint')} />}
      />
      <Modal
        opened={making}
        onClose={() => setMaking(false)}
        title={t('programs.catalog.new')}
        centered
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <NewWorkshop onMade={(id) => go(`/programs/catalog/${id}/change`)} />
      </Modal>
    </Page>
  )
}

function NewWorkshop({ onMade }: { readonly onMade: (id: string) => void }) {
  const t = useWords()
  const choices = useRead('programs.choices', {}).data
  const act = useAct('programs.createWorkshop')
  const error = useFieldRefusal(act.refusals)
  const [axisId, setAxisId] = useState<string | null>(null)
  const [title, setTitle] = useState('')
  const make = async () => {
    if (!axisId) return
    const outcome = await act.run({ axisId, title })
    if (outcome.ok) onMade(outcome.value.id)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <Stack gap="md">
        <TextInput
          data-autofocus
          required
          label={t('programs.form.workshop')}
          maxLength={120}
          value={title}
          error={error('title')}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Select
          required
          label={t('programs.form.axis')}
          data={(choices?.axes ?? []).map((each) => ({ value: each.id, label: each.name }))}
          value={axisId}
          error={error('axisId')}
          onChange={setAxisId}
        />
        <Refusals of={act.refusals.filter((refusal) => refusal.field === undefined)} />
        <div>
          <Button type="submit" loading={act.pending} disabled={!axisId || !title.trim()}>
            {t('programs.catalog.new')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

const columnsOf = (t: Words): readonly Column<WorkshopRow>[] => [
  { id: 'title', header: t('programs.column.title'), value: (row) => row.title },
  { id: 'axis', header: t('programs.column.axis'), value: (row) => row.axis, width: 210 },
  {
    id: 'modules',
    header: t('programs.catalog.modules'),
    value: (row) => row.modules,
    cell: (row) =>
      row.modules === 0
        ? null
        : t('programs.catalog.modulesOf', { count: row.modules, hours: formatNumber(row.minutes / 60) }),
    width: 150,
  },
  {
    id: 'requirements',
    header: t('programs.catalog.requirements'),
    value: (row) => row.requirements || null,
    width: 118,
    align: 'end',
  },
  { id: 'tools', header: t('programs.catalog.kit'), value: (row) => row.tools || null, width: 110, align: 'end' },
  {
    id: 'rule',
    header: t('programs.catalog.rule'),
    value: (row) => (row.rule ? ruleWords(row.rule, t) : null),
    width: 150,
  },
  {
    id: 'running',
    header: t('programs.catalog.running'),
    value: (row) => row.running,
    cell: (row) => t('programs.catalog.runningOf', { running: row.running, editions: row.editions }),
    width: 120,
    align: 'end',
  },
  {
    id: 'waiting',
    header: t('programs.column.waiting'),
    value: (row) => row.waiting || null,
    width: 92,
    align: 'end',
  },
]
