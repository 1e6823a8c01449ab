/** One adult: who she or he is, the photo when it is asked for, and every child on whose list she or he stands. */
import { Button, Drawer, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconEdit } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { AUTHORITY_ACTS, type AdultPerson } from '../../../shared/contract/child-adults.contract'
import { listName } from '../../../shared/kernel/text'
import { useAct, useRead } from '../../platform/client'
import { useRouteParam } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { Fact, Facts } from '../../ui/Facts'
import { Page, Section } from '../../ui/Page'
import { ReasonField } from '../../ui/ReasonField'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { DrawerForm } from './DrawerForm'
import { factsOf, typedOf } from './adult-form'
import { WhoFields } from './AdultFields'
import { AdultPhoto } from './AdultPhoto'
import { CellFace } from './GridMatrix'
import { FormDialog, said } from './FormDialog'
import classes from './grid.module.css'

type Record = Output<'children.adult'>

export function AdultPage() {
  const t = useWords()
  const id = useRouteParam('id')
  const read = useRead('children.adult', { id })
  const [correcting, setCorrecting] = useState(false)
  const back = { to: '/children', label: t('children.nav') }
  const record = read.data
  if (!record)
    return (
      <Page title={t('children.adult.record')} back={back}>
        <Refusals of={read.refusals} />
      </Page>
    )
  const { adult } = record
  return (
    <Page
      title={adult.fullName}
      back={back}
      primary={
        <Button leftSection={<IconEdit size={18} aria-hidden />} onClick={() => setCorrecting(true)}>
          {t('children.adult.correct')}
        </Button>
      }
    >
      <Section title={t('children.section.facts')}>
        <Facts>
          <Fact label={t('children.adult.document')}>{adult.document}</Fact>
          <Fact label={t('children.adult.phone')}>{adult.phone}</Fact>
          <Fact label={t('children.adult.address')}>{adult.address}</Fact>
          <Fact label={t('children.adult.description')}>{adult.description}</Fact>
          <Fact label={t('children.adult.photo')} wide>
            <AdultPhoto adult={adult} />
          </Fact>
        </Facts>
      </Section>
      <Section title={t('children.adult.children')}>
        <Children rows={record.children} />
      </Section>
      <Drawer
        opened={correcting}
        onClose={() => setCorrecting(false)}
        title={t('children.adult.correct')}
        position="right"
        size={480}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <CorrectForm adult={adult} onClose={() => setCorrecting(false)} />
      </Drawer>
    </Page>
  )
}

function Children({ rows }: { readonly rows: Record['children'] }) {
  const t = useWords()
  const [renaming, setRenaming] = useState<Record['children'][number] | null>(null)
  if (rows.length === 0) return <p>{t('children.adult.noChildren')}</p>
  return (
    <>
      <table className={classes.grid} aria-label={t('children.adult.children')}>
        <thead>
          <tr>
            <th scope="col">{t('children.name')}</th>
            {AUTHORITY_ACTS.map((act) => (
              <th key={act} scope="col">
                {t(`children.grid.act.${act}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { child, relation, cells, orders } = row
            const held = orders.filter((order) => order.inForce)
            return (
              <tr key={child.id} data-kept-away={held.length > 0 || undefined}>
                <th scope="row">
                  <RecordLink to={`/children/${child.id}/adults`}>{listName(child)}</RecordLink>
                  <div className={classes.sub}>{[child.code, relation].join(' · ')}</div>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    ml={-8}
                    aria-label={t('children.adult.relationOf', { name: listName(child) })}
                    onClick={() => setRenaming(row)}
                  >
                    {t('children.adult.correctRelation')}
                  </Button>
                </th>
                {held.length > 0 ? (
                  <td colSpan={AUTHORITY_ACTS.length}>
                    {held.map((order) => (
                      <Status
                        key={order.id}
                        tone="stop"
                        label={t('children.grid.forbiddenBy', { order: order.orderNumber })}
                      />
                    ))}
                  </td>
                ) : (
                  cells.map((cell) => (
                    <td key={cell.act}>
                      <div className={classes.cell} data-state={cell.state}>
                        <CellFace cell={cell} />
                      </div>
                    </td>
                  ))
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
      {renaming && <RelationDialog of={renaming} onClose={() => setRenaming(null)} />}
    </>
  )
}

interface RelationDialogProps {
  readonly of: Record['children'][number]
  readonly onClose: () => void
}

function RelationDialog({ of, onClose }: RelationDialogProps) {
  const t = useWords()
  const act = useAct('children.setRelation')
  return (
    <FormDialog
      title={t('children.adult.relationOf', { name: listName(of.child) })}
      verb={t('children.adult.correctRelation')}
      fields={[
        {
          name: 'relation',
          kind: 'text',
          label: t('children.adult.relation'),
          hint: t('children.adult.relationHint'),
          required: true,
          max: 60,
        },
      ]}
      start={{ relation: of.relation }}
      act={act}
      send={(values) => act.run({ id: of.tieId, relation: said(values, 'relation') })}
      told={t('children.adult.relationCorrected')}
      onClose={onClose}
    />
  )
}

function CorrectForm({ adult, onClose }: { readonly adult: AdultPerson; readonly onClose: () => void }) {
  const t = useWords()
  const act = useAct('children.correctAdult')
  const refusal = useFieldRefusal(act.refusals)
  const [typed, setTyped] = useState(() => typedOf(adult))
  const [reason, setReason] = useState('')
  const correct = async () => {
    const outcome = await act.run({ id: adult.id, version: adult.version, ...factsOf(typed), reason })
    if (!outcome.ok) return
    notifications.show({ message: t('children.adult.corrected') })
    onClose()
  }
  return (
    <DrawerForm
      act={act}
      verb={t('children.adult.correct')}
      ready={typed.fullName.trim() !== '' && reason.trim() !== ''}
      onSubmit={correct}
    >
      <TextInput
        data-autofocus
        required
        label={t('children.adult.fullName')}
        maxLength={160}
        autoComplete="off"
        value={typed.fullName}
        onChange={(event) => setTyped({ ...typed, fullName: event.currentTarget.value })}
      />
      <WhoFields value={typed} onChange={setTyped} refusal={refusal} asksLook />
      <p>{t('children.adult.correctHint')}</p>
      <ReasonField value={reason} onChange={setReason} />
    </DrawerForm>
  )
}
