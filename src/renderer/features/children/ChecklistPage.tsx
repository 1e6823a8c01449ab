/** A child's own papers: what is here, what was asked for, and whether it says where she lives. */
import { Button, Drawer, Group, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMemo, useState } from 'react'
import type { ChildPaper } from '../../../shared/contract/child-care.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { useAct, useRead } from '../../platform/client'
import { useRouteParam } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { DataTable, type Column } from '../../ui/DataTable'
import { DayField } from '../../ui/DayField'
import { Section } from '../../ui/Page'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { Status, type Tone } from '../../ui/Status'
import { useReturnFocus } from '../../ui/use-return-focus'
import { ChildFrame } from './ChildFrame'

const TONES: Readonly<Record<ChildPaper['state'], Tone>> = { has: 'done', asked: 'info', missing: 'attention' }
const PLACE_TONES: Readonly<Record<ChildPaper['namesPlace'], Tone>> = { no: 'done', unchecked: 'quiet', yes: 'stop' }

export function ChecklistPage() {
  const t = useWords()
  const id = useRouteParam('id')
  const read = useRead('children.checklist', { id })
  const [open, setOpen] = useState<ChildPaper | null>(null)
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <ChildFrame>
      {() => (
        <Section title={t('children.checklist.title')}>
          <p>{t('children.checklist.lead')}</p>
          <Refusals of={read.refusals} />
          <DataTable
            name="children.checklist"
            label={t('children.checklist.title')}
            size="content"
            columns={columns}
            rows={read.data?.papers}
            rowKey={(paper) => paper.kind}
            onOpen={setOpen}
          />
          <Drawer
            opened={open !== null}
            onClose={() => setOpen(null)}
            title={open && t(`children.checklist.kind.${open.kind}`)}
            position="right"
            size={480}
            closeButtonProps={{ 'aria-label': t('ui.close') }}
          >
            {open && read.data && (
              <PaperForm childId={id} paper={open} today={read.data.today} onClose={() => setOpen(null)} />
            )}
          </Drawer>
        </Section>
      )}
    </ChildFrame>
  )
}

function columnsOf(t: Words): readonly Column<ChildPaper>[] {
  return [
    { id: 'kind', header: t('children.checklist.paper'), value: (paper) => t(`children.checklist.kind.${paper.kind}`) },
    {
      id: 'state',
      header: t('children.checklist.state'),
      value: (paper) => t(`children.checklist.state.${paper.state}`),
      cell: (paper) => <Status tone={TONES[paper.state]} label={t(`children.checklist.state.${paper.state}`)} />,
      width: 150,
    },
    {
      id: 'asked',
      header: t('children.checklist.askedOn'),
      value: (paper) => paper.askedOn,
      cell: (paper) =>
        [paper.askedOn && formatDay(paper.askedOn, t.language), paper.askedOf].filter(Boolean).join(' · '),
      width: 220,
    },
    {
      id: 'seen',
      header: t('children.checklist.copySeenOn'),
      value: (paper) => paper.copySeenOn,
      cell: (paper) =>
        [paper.copySeenOn && formatDay(paper.copySeenOn, t.language), paper.copySeenBy].filter(Boolean).join(' · '),
      width: 240,
    },
    {
      id: 'place',
      header: t('children.checklist.namesPlace'),
      value: (paper) => (paper.state === 'has' ? t(`children.checklist.namesPlace.${paper.namesPlace}`) : null),
      cell: (paper) =>
        paper.state !== 'has' ? (
          '—'
        ) : (
          <Status
            tone={PLACE_TONES[paper.namesPlace]}
            label={t(`children.checklist.namesPlace.${paper.namesPlace}`)}
            reason={paper.namesPlace === 'yes' && t('children.checklist.namesPlaceWhy')}
          />
        ),
      width: 210,
    },
    { id: 'note', header: t('children.order.note'), value: (paper) => paper.note, hidden: true },
  ]
}

function PaperForm({
  childId,
  paper,
  today,
  onClose,
}: {
  readonly childId: string
  readonly paper: ChildPaper
  readonly today: string
  readonly onClose: () => void
}) {
  const t = useWords()
  useReturnFocus()
  const act = useAct('children.setPaper')
  const refusal = useFieldRefusal(act.refusals)
  const [said, setSaid] = useState(paper)
  const has = said.state === 'has'
  const save = async () => {
    const { kind, version, state, askedOn, askedOf, note } = said
    const copySeenOn = has ? said.copySeenOn : null
    const namesPlace = has ? said.namesPlace : 'unchecked'
    const input = { childId, kind, version, state, askedOn, askedOf, copySeenOn, namesPlace, note }
    const outcome = await act.run(input)
    if (!outcome.ok) return
    notifications.show({ message: t('children.checklist.saved') })
    onClose()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack gap="md">
        <Radio.Group
          label={t('children.checklist.state')}
          value={said.state}
          onChange={(state) =>
            setSaid({
              ...said,
              state,
              askedOn: state === 'asked' ? (said.askedOn ?? today) : said.askedOn,
              copySeenOn: state === 'has' ? (said.copySeenOn ?? today) : null,
            })
          }
        >
          <Group gap="md" mt={6}>
            {(['missing', 'asked', 'has'] as const).map((state, index) => (
              <Radio
                key={state}
                value={state}
                label={t(`children.checklist.state.${state}`)}
                {...(index === 0 ? { 'data-autofocus': true } : {})}
              />
            ))}
          </Group>
        </Radio.Group>
        {said.state !== 'missing' && (
          <Group grow align="flex-start">
            <DayField
              w="100%"
              clearable
              label={t('children.checklist.askedOn')}
              value={said.askedOn}
              error={refusal('askedOn')}
              onChange={(askedOn) => setSaid({ ...said, askedOn })}
            />
            <TextInput
              label={t('children.checklist.askedOf')}
              maxLength={120}
              autoComplete="off"
              value={said.askedOf ?? ''}
              onChange={(event) => setSaid({ ...said, askedOf: event.currentTarget.value })}
            />
          </Group>
        )}
        {has && (
          <>
            <DayField
              w="100%"
              clearable
              label={t('children.checklist.copySeenOn')}
              value={said.copySeenOn}
              error={refusal('copySeenOn')}
              onChange={(copySeenOn) => setSaid({ ...said, copySeenOn })}
            />
            <Select
              label={t('children.checklist.namesPlace')}
              description={t('children.checklist.namesPlaceWhy')}
              allowDeselect={false}
              data={(['unchecked', 'no', 'yes'] as const).map((value) => ({
                value,
                label: t(`children.checklist.namesPlace.${value}`),
              }))}
              value={said.namesPlace}
              onChange={(namesPlace) => setSaid({ ...said, namesPlace: namesPlace ?? 'unchecked' })}
            />
          </>
        )}
        <Textarea
          label={t('children.order.note')}
          maxLength={300}
          autosize
          minRows={2}
          value={said.note ?? ''}
          onChange={(event) => setSaid({ ...said, note: event.currentTarget.value })}
        />
        <Refusals of={act.refusals} />
        <Button type="submit" loading={act.pending}>
          {t('children.checklist.save')}
        </Button>
      </Stack>
    </form>
  )
}
