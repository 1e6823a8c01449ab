/** The second reading of a sheet: the same boxes, without a sign of what the first reading found. */
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowsDiff } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { Output } from '../../../shared/contract'
import { formatDay } from '../../../shared/i18n/format'
import { useAct, useRead } from '../../platform/client'
import { useGo, useRouteParam } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { DraftNotice } from '../../ui/DraftNotice'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { useDraft } from '../../ui/use-draft'
import { MarkBoxes } from './MarkBoxes'
import { Totals } from './RollTotals'
import { countRoll, handAt, type Marks } from './roll-keys'
import classes from './attendance.module.css'

export function SampleKeyPage() {
  const t = useWords()
  const id = useRouteParam('id')
  const { data: sheet, refusals } = useRead('attendance.sampleSheet', { id })
  return (
    <Page
      title={sheet ? t('attendance.samples.keyTitle', { title: sheet.title }) : t('attendance.samples.title')}
      subtitle={sheet && `${formatDay(sheet.day, t.language)} · ${sheet.startsAt} · ${t('attendance.samples.keyHint')}`}
      back={{ to: '/attendance/samples', label: t('attendance.samples.back') }}
    >
      <Refusals of={refusals} />
      {sheet && <SampleForm key={id} sheet={sheet} />}
    </Page>
  )
}

function SampleForm({ sheet }: { readonly sheet: Output<'attendance.sampleSheet'> }) {
  const t = useWords()
  const go = useGo()
  const [marks, setMarks] = useState<Marks>({})
  const [hand, setHand] = useState(handAt(0))
  const draft = useDraft(`attendance.sample:${sheet.sessionId}`, marks, setMarks)
  const act = useAct('attendance.keySample')
  const button = useRef<HTMLButtonElement>(null)
  const counts = countRoll(sheet.women.map((woman) => marks[woman.personId]?.mark ?? null))
  const women = sheet.women.map((woman) => ({
    ...woman,
    mark: null,
    detail: null,
    window: 'free' as const,
    doubt: null,
    extra: false,
    isNew: false,
    proposal: null,
    history: [],
  }))
  const save = async () => {
    const typed = sheet.women.map(({ personId }) => ({ personId, mark: marks[personId]?.mark ?? null }))
    const outcome = await act.run({ id: sheet.sessionId, marks: typed })
    if (!outcome.ok) return
    draft.drop()
    const { differences, marks: read } = outcome.value
    notifications.show({ message: t('attendance.samples.saved', { count: differences, marks: read }) })
    go('/attendance/samples')
  }
  return (
    <div className={classes.keying}>
      <div>
        <DraftNotice draft={draft} onDiscard={() => setMarks({})} />
        <MarkBoxes
          women={women}
          marks={marks}
          hand={hand}
          readOnly={false}
          onHand={setHand}
          onMark={(personId, mark) => setMarks((held) => ({ ...held, [personId]: mark }))}
          onEnd={() => button.current?.focus()}
          onDetail={() => undefined}
        />
      </div>
      <form
        className={classes.side}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Totals counts={counts} women={women.length} />
        <p className={classes.hint}>{t('attendance.roll.keys')}</p>
        <Refusals of={act.refusals} />
        <Button
          ref={button}
          type="submit"
          fullWidth
          leftSection={<IconArrowsDiff size={18} aria-hidden />}
          loading={act.pending}
        >
          {t('attendance.samples.save')}
        </Button>
      </form>
    </div>
  )
}
