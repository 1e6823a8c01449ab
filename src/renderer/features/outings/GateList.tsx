/** The gate's list of the day: who is late, who is out, who is to leave, what is done. */
import type { GateLine } from '../../../shared/contract/gate-line'
import { useWords } from '../../platform/words'
import { Empty } from '../../ui/Empty'
import { Status } from '../../ui/Status'
import { isOutside, SECTIONS, toneOfLine, wordOfLine, type Entry } from './gate-words'
import { shortDayAndTime } from './outing-words'
import classes from './gate.module.css'

interface ListProps {
  readonly entries: readonly Entry[]
  readonly chosen: string | null
  readonly ready: boolean
  readonly onChoose: (entry: Entry) => void
}

export function GateList({ entries, chosen, ready, onChoose }: ListProps) {
  const t = useWords()
  const count = entries.reduce((sum, entry) => sum + entry.lines.length, 0)
  if (ready && entries.length === 0) return <Empty title={t('outings.gate.empty')} hint={t('outings.gate.emptyHint')} />
  return (
    <section aria-label={t('outings.gate.list')} className={classes.list}>
      <p className={classes.count}>{t('outings.list.count', { count })}</p>
      {SECTIONS.map((section) => {
        const own = entries.filter((entry) => entry.section === section)
        if (own.length === 0) return null
        return (
          <div key={section}>
            <h2 className={classes.sectionTitle} data-section={section}>
              {t(`outings.gate.section.${section}`)}
            </h2>
            <ul>
              {own.map((entry) => (
                <li key={entry.key}>
                  <button
                    type="button"
                    className={classes.row}
                    aria-pressed={entry.key === chosen}
                    onClick={() => onChoose(entry)}
                  >
                    {entry.lines.length > 1 ? <GroupFace entry={entry} /> : <OneFace line={entry.lines[0]} />}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}

function OneFace({ line }: { readonly line: GateLine | undefined }) {
  const t = useWords()
  if (!line) return null
  return (
    <>
      <span className={classes.name}>{line.child}</span>
      <span className={classes.times}>
        {shortDayAndTime(line.leavesOn, line.leavesAt, t)} → {shortDayAndTime(line.returnsOn, line.returnsAt, t)}
      </span>
      <span className={classes.adult}>{line.adult}</span>
      <Status tone={toneOfLine(line)} label={wordOfLine(line, t)} />
    </>
  )
}

function GroupFace({ entry }: { readonly entry: Entry }) {
  const t = useWords()
  const [first] = entry.lines
  if (!first) return null
  const out = entry.lines.filter(isOutside).length
  const toLeave = entry.lines.filter((line) => line.state === 'scheduled')
  const leave = toLeave.length
  const stopped = toLeave.filter((line) => !line.mayLeave).length
  const back = entry.lines.filter((line) => line.state === 'back' || line.state === 'back-late').length
  const said = [
    ...(out > 0 ? [t('outings.gate.groupOut', { count: out })] : []),
    ...(leave > 0 ? [t('outings.gate.groupToLeave', { count: leave })] : []),
    ...(stopped > 0 ? [t('outings.gate.groupStopped', { count: stopped })] : []),
    ...(back > 0 ? [t('outings.gate.groupIn', { count: back })] : []),
  ]
  // Green is only a group of which nobody is stopped.
  const leaving = stopped === 0 ? 'done' : stopped < leave ? 'attention' : 'stop'
  const tone = entry.section === 'late' ? 'stop' : out > 0 ? 'info' : leave > 0 ? leaving : 'quiet'
  return (
    <>
      <span className={classes.name}>
        {t(`outings.kind.${first.kind}`)} · {t('outings.gate.group', { count: entry.lines.length })}
      </span>
      <span className={classes.times}>
        {shortDayAndTime(first.leavesOn, first.leavesAt, t)} → {shortDayAndTime(first.returnsOn, first.returnsAt, t)}
      </span>
      <span className={classes.adult}>{first.adult}</span>
      <Status tone={tone} label={said.join(' · ') || '—'} />
    </>
  )
}
