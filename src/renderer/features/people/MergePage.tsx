/** Two records that are one woman's: found, compared side by side, joined, with the way back in the message. */
import { Alert, Button, Textarea } from '@mantine/core'
import { IconArrowMerge, IconArrowsLeftRight } from '@tabler/icons-react'
import { useState } from 'react'
import type { MergeField, MergePreview, MergeSide } from '../../../shared/contract/merge.contract'
import { useAct, useRead } from '../../platform/client'
import { useGo, useRouteParam } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { Empty } from '../../ui/Empty'
import { Page, Section } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { useUndoNotice } from '../../ui/use-undo'
import { MergeCollisions, suggested } from './MergeCollisions'
import { MergeFields } from './MergeFields'
import { OtherRecord } from './OtherRecord'
import classes from './merge.module.css'

export function MergePage() {
  const t = useWords()
  const id = useRouteParam('id')
  const [otherId, setOtherId] = useState<string | null>(null)
  const [swapped, setSwapped] = useState(false)
  const [keptId, loserId] = swapped && otherId ? [otherId, id] : [id, otherId]
  const preview = useRead('people.previewMerge', { keptId, loserId: loserId ?? '' }, { enabled: loserId !== null })
  const shown = otherId === null ? undefined : preview.data
  return (
    <Page title={t('merge.title')} back={{ to: `/people/${id}`, label: t('people.record') }}>
      <div className={classes.pick}>
        <OtherRecord
          except={id}
          value={otherId}
          onChange={(next) => {
            setOtherId(next)
            setSwapped(false)
          }}
        />
        {otherId !== null && (
          <Button
            variant="default"
            leftSection={<IconArrowsLeftRight size={16} aria-hidden />}
            onClick={() => setSwapped(!swapped)}
          >
            {t('merge.swap')}
          </Button>
        )}
      </div>
      {otherId === null && <Empty title={t('merge.empty')} hint={t('merge.emptyHint')} />}
      {otherId !== null && <Refusals of={preview.refusals} />}
      {shown && shown.kept.id === keptId && shown.loser.id === loserId && (
        <Compared key={`${keptId} ${String(loserId)}`} of={shown} />
      )}
    </Page>
  )
}

function Compared({ of }: { readonly of: MergePreview }) {
  const t = useWords()
  const go = useGo()
  const act = useAct('people.merge')
  const say = useUndoNotice()
  const [fromLoser, setFromLoser] = useState<readonly MergeField[]>(() => emptyIn(of))
  const [chosen, setChosen] = useState<Readonly<Record<string, MergeSide>>>(() => suggested(of.collisions))
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const open = of.collisions.filter((each) => !each.same && chosen[each.key] === undefined).length
  const merge = async () => {
    const outcome = await act.run({
      keptId: of.kept.id,
      loserId: of.loser.id,
      seen: of.seen,
      fromLoser: [...fromLoser],
      choices: chosen,
      reason,
    })
    if (!outcome.ok) return false
    say(outcome.value.batchId, t('merge.done', { name: of.kept.name, other: of.loser.fileNumber }))
    go(`/people/${of.kept.id}`)
    return true
  }
  return (
    <>
      {of.blocks.length > 0 && <Refusals of={of.blocks} />}
      {of.blocks.length === 0 && seemsAnother(of) && <Alert color="cempasuchil">{t('merge.doubt')}</Alert>}
      <Section title={t('merge.section.fields')}>
        <MergeFields of={of} fromLoser={fromLoser} onChange={setFromLoser} />
      </Section>
      {of.collisions.length > 0 && (
        <Section title={t('merge.section.collisions', { count: of.collisions.length })}>
          <MergeCollisions of={of} chosen={chosen} onChange={setChosen} />
        </Section>
      )}
      <Section title={t('merge.section.moves')}>
        <Moves of={of} />
      </Section>
      <form
        className={classes.foot}
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(true)
        }}
      >
        <Textarea
          required
          autosize
          minRows={1}
          maxLength={300}
          label={t('merge.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button
          type="submit"
          leftSection={<IconArrowMerge size={18} aria-hidden />}
          disabled={of.blocks.length > 0 || open > 0 || reason.trim() === ''}
        >
          {t('merge.verb.to', { name: of.kept.name })}
        </Button>
      </form>
      <ConfirmAct
        opened={asked}
        onClose={() => setAsked(false)}
        title={t('merge.verb')}
        consequences={consequencesOf(of, t)}
        verb={t('merge.verb.to', { name: of.kept.name })}
        danger
        pending={act.pending}
        refusals={act.refusals}
        onConfirm={merge}
      />
    </>
  )
}

/** Two CURPs or two birth dates speak for two women. */
const seemsAnother = (of: MergePreview): boolean =>
  of.fields.some(
    ({ field, kept, loser }) =>
      (field === 'curp' || field === 'birthDate') && kept !== null && loser !== null && kept !== loser,
  )

/** Where the kept record says nothing and the other does, the other's word is proposed. */
const emptyIn = (of: MergePreview): readonly MergeField[] =>
  of.fields.filter((each) => each.kept === null && each.loser !== null).map((each) => each.field)

function consequencesOf(of: MergePreview, t: ReturnType<typeof useWords>): readonly string[] {
  const moved = of.moves.reduce((sum, each) => sum + each.count, 0)
  return [
    t('merge.will.kept', { name: of.kept.name, fileNumber: of.kept.fileNumber }),
    t('merge.will.moves', { count: moved }),
    ...(of.collisions.length > 0 ? [t('merge.will.collisions', { count: of.collisions.length })] : []),
    t('merge.will.tombstone', { fileNumber: of.loser.fileNumber }),
    t('merge.will.undo'),
  ]
}

function Moves({ of }: { readonly of: MergePreview }) {
  const t = useWords()
  if (of.moves.length === 0) return <p className={classes.quiet}>{t('merge.moves.none')}</p>
  const rows = of.moves.map(({ table, count }) => ({ words: t(`merge.moves.${table}`), count }))
  rows.sort((a, b) => b.count - a.count)
  return (
    <ul className={classes.moves}>
      {rows.map((row) => (
        <li key={row.words}>
          {row.words} <b>{row.count}</b>
        </li>
      ))}
    </ul>
  )
}
