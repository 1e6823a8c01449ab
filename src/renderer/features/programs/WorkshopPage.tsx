/** One workshop of the catalog: what it teaches, asks, needs and certifies, its groups, and who came to give them. */
import { Button, Group, List } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { formatDay, formatNumber } from '../../../shared/i18n/format'
import { addMonths } from '../../../shared/kernel/civil-date'
import { useRead } from '../../platform/client'
import { useGo, useRouteParam } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { DataTable } from '../../ui/DataTable'
import { Empty } from '../../ui/Empty'
import { Page, Section } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { InstructionTable } from './InstructionTable'
import classes from './programs.module.css'
import { requirementWords, ruleWords } from './rule-words'
import { Registrations } from './Registrations'
import { RuleModal, DropRule } from './RuleModal'

type Workshop = Output<'programs.workshop'>

export function WorkshopPage() {
  const t = useWords()
  const go = useGo()
  const { may } = useSession()
  const id = useRouteParam('id')
  const read = useRead('programs.workshop', { id })
  const workshop = read.data
  const today = useClock()?.today
  return (
    <Page
      title={workshop?.title ?? t('programs.catalog.title')}
      subtitle={workshop?.axis}
      back={{ to: '/programs/catalog', label: t('programs.catalog.title') }}
      primary={
        workshop &&
        may('programs.changeWorkshop') && (
          <Button
            variant="default"
            leftSection={<IconPencil size={18} aria-hidden />}
            onClick={() => go(`/programs/catalog/${id}/change`)}
          >
            {t('programs.catalog.change')}
          </Button>
        )
      }
    >
      <Refusals of={read.refusals} />
      {workshop && (
        <div className={classes.halves}>
          <div className={classes.column}>
            <Modules workshop={workshop} />
            <Requirements workshop={workshop} />
            <Kit workshop={workshop} />
          </div>
          <div className={classes.column}>
            <Rules workshop={workshop} today={today} />
            <Registrations workshop={workshop} />
            <Editions workshop={workshop} />
            {today && (
              <Section title={t('programs.instruction.title')}>
                <InstructionTable by="instructor" from={addMonths(today, -12)} until={today} workshopId={id} />
              </Section>
            )}
          </div>
        </div>
      )}
    </Page>
  )
}

function Modules({ workshop }: { readonly workshop: Workshop }) {
  const t = useWords()
  return (
    <Section title={t('programs.module.section')}>
      <DataTable
        name="programs.catalog.modules"
        label={t('programs.module.section')}
        size="content"
        rows={workshop.moduleList.map((module, i) => ({ ...module, position: i + 1 }))}
        rowKey={(row) => row.id}
        countWords="programs.module.count"
        columns={[
          {
            id: 'title',
            header: t('programs.module.title'),
            value: (row) => row.position,
            cell: (row) => `${String(row.position)}. ${row.title}`,
          },
          {
            id: 'hours',
            header: t('programs.module.hours'),
            value: (row) => row.minutes,
            cell: (row) => formatNumber(row.minutes / 60),
            width: 100,
            align: 'end',
          },
        ]}
        empty={<Empty title={t('programs.module.none')} hint={t('programs.module.noneHint')} />}
      />
    </Section>
  )
}

function Requirements({ workshop }: { readonly workshop: Workshop }) {
  const t = useWords()
  const titles = new Map(
    workshop.others.flatMap((each) => [
      [each.id, each.title] as const,
      ...each.modules.map((module) => [module.id, `${module.title} (${each.title})`] as const),
    ]),
  )
  return (
    <Section title={t('programs.catalog.requirements')}>
      {workshop.requirementList.length === 0 ? (
        <p className={classes.soft}>{t('programs.catalog.noRequirements')}</p>
      ) : (
        <List spacing={4}>
          {workshop.requirementList.map((each) => (
            <List.Item key={`${each.kind} ${each.value}`}>{requirementWords(each, titles, t)}</List.Item>
          ))}
        </List>
      )}
    </Section>
  )
}

function Kit({ workshop }: { readonly workshop: Workshop }) {
  const t = useWords()
  return (
    <Section title={t('programs.catalog.kit')}>
      <DataTable
        name="programs.catalog.kit"
        label={t('programs.catalog.kit')}
        size="content"
        rows={workshop.kitList}
        rowKey={(row) => row.id}
        countWords="programs.kit.count"
        columns={[
          { id: 'tool', header: t('programs.kit.tool'), value: (row) => row.tool },
          {
            id: 'quantity',
            header: t('programs.kit.quantity'),
            value: (row) => row.quantity,
            width: 100,
            align: 'end',
          },
        ]}
        empty={<Empty title={t('programs.kit.none')} hint={t('programs.kit.noneHint')} />}
      />
    </Section>
  )
}

function Rules({ workshop, today }: { readonly workshop: Workshop; readonly today: string | undefined }) {
  const t = useWords()
  const { may } = useSession()
  const [adding, setAdding] = useState(false)
  const [dropping, setDropping] = useState<string | null>(null)
  return (
    <Section
      title={t('programs.catalog.rule')}
      actions={
        may('programs.addRule') && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('programs.rule.add')}
          </Button>
        )
      }
    >
      {workshop.rules.length === 0 && <p className={classes.soft}>{t('programs.rule.none')}</p>}
      <List spacing={6} listStyleType="none">
        {workshop.rules.map((rule) => (
          <List.Item key={rule.fromDay}>
            <Group gap="sm">
              {rule.fromDay === workshop.rule?.fromDay ? (
                <Status tone="done" label={ruleWords(rule, t)} reason={t('programs.rule.inForce')} />
              ) : (
                <Status
                  tone={today !== undefined && rule.fromDay > today ? 'info' : 'quiet'}
                  label={ruleWords(rule, t)}
                  reason={t(
                    today !== undefined && rule.fromDay > today ? 'programs.rule.coming' : 'programs.rule.past',
                  )}
                />
              )}
              <span className={classes.soft}>
                {t('programs.rule.from', { day: formatDay(rule.fromDay, t.language) })}
              </span>
              {may('programs.dropRule') && (
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  aria-label={t('programs.rule.dropOf', { day: formatDay(rule.fromDay, t.language) })}
                  onClick={() => setDropping(rule.fromDay)}
                >
                  {t('programs.rule.drop')}
                </Button>
              )}
            </Group>
          </List.Item>
        ))}
      </List>
      <RuleModal
        opened={adding}
        workshopId={workshop.id}
        first={workshop.rules.length === 0}
        onClose={() => setAdding(false)}
      />
      <DropRule workshopId={workshop.id} fromDay={dropping} onClose={() => setDropping(null)} />
    </Section>
  )
}

function Editions({ workshop }: { readonly workshop: Workshop }) {
  const t = useWords()
  const go = useGo()
  return (
    <Section title={t('programs.catalog.groups')}>
      <DataTable
        name="programs.catalog.editions"
        label={t('programs.catalog.groups')}
        size="content"
        rows={workshop.editionList}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`/programs/${row.id}`)}
        countWords="programs.count"
        isQuiet={(row) => row.closed}
        columns={[
          { id: 'code', header: t('programs.column.code'), value: (row) => row.code },
          {
            id: 'dates',
            header: t('programs.edition.dates'),
            value: (row) => row.startsOn,
            cell: (row) => `${formatDay(row.startsOn, t.language)} – ${formatDay(row.endsOn, t.language)}`,
            width: 280,
          },
        ]}
        empty={<Empty title={t('programs.empty.title')} />}
      />
    </Section>
  )
}
