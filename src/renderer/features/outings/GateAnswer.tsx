/** One child at the gate: may she leave, with whom, and the one act that is due. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { GateContact, GateLine } from '../../../shared/contract/gate-line'
import { useWords } from '../../platform/words'
import { Fact, Facts } from '../../ui/Facts'
import { Status } from '../../ui/Status'
import { AdultFact, Banner, Forbidden, type Said } from './GateBanner'
import { GateClock } from './GateClock'
import { GateLeave } from './GateLeave'
import { GateMore } from './GateMore'
import { GatePhotos } from './GatePhotos'
import { GateReturn, type Lead } from './GateReturn'
import { isForbidden, isOutside, sentencesOf, toneOfLine, wordOfLine } from './gate-words'
import { dayAndTime } from './outing-words'
import { useHeadInView } from './use-head-in-view'
import classes from './gate.module.css'

interface AnswerProps {
  readonly line: GateLine
  readonly leads: readonly Lead[]
  readonly contacts: readonly GateContact[]
  readonly onClose: () => void
}

export function GateAnswer({ line, leads, contacts, onClose }: AnswerProps) {
  const t = useWords()
  const [said, setSaid] = useState<Said | null>(null)
  const section = useHeadInView(said)
  return (
    <section ref={section} className={classes.answer} aria-label={line.child} aria-live="polite">
      <div className={classes.answerHead}>
        <h2 className={classes.answerName}>{line.child}</h2>
        {line.backdated && <Status tone="quiet" label={t('outings.gate.backdated')} />}
        <GateMore line={line} onDone={setSaid} />
      </div>
      {said ? <Banner {...said} /> : <Verdict line={line} contacts={contacts} />}
      <Facts>
        <AdultFact line={line} />
        <Fact label={t('outings.document')}>{line.adultDocument}</Fact>
        {line.returner && <Fact label={t('outings.gate.who')}>{line.returner}</Fact>}
        <Fact label={t('outings.leaves')}>{dayAndTime(line.leavesOn, line.leavesAt, t)}</Fact>
        <Fact label={t('outings.returns')}>{dayAndTime(line.returnsOn, line.returnsAt, t)}</Fact>
        {line.out && <Fact label={t('outings.leftAt')}>{dayAndTime(line.out.day, line.out.time, t)}</Fact>}
        {line.back && <Fact label={t('outings.backAt')}>{dayAndTime(line.back.day, line.back.time, t)}</Fact>}
        <Fact label={t('outings.folio')}>{line.folio}</Fact>
      </Facts>
      {said === null && <GatePhotos line={line} />}
      {said === null && isOutside(line) && line.lateMinutes > 0 && <GateClock line={line} />}
      {said === null && isOutside(line) && <GateReturn lines={[line]} leads={leads} onDone={setSaid} focus />}
      {said === null && !isOutside(line) && !line.back && line.state !== 'stays' && (
        <GateLeave line={line} onDone={setSaid} />
      )}
      <Button
        key={said ? 'next' : 'close'}
        variant={said ? 'filled' : 'subtle'}
        size={said ? 'lg' : 'sm'}
        autoFocus={said !== null}
        onClick={onClose}
        mt="md"
      >
        {t(said ? 'outings.gate.next' : 'ui.close')}
      </Button>
    </section>
  )
}

function Verdict({ line, contacts }: { readonly line: GateLine; readonly contacts: readonly GateContact[] }) {
  const t = useWords()
  const sentences = sentencesOf(line.reasons, t)
  if (isForbidden(line)) return <Forbidden sentences={sentences} contacts={contacts} />
  if (line.state !== 'scheduled' || line.mayLeave) return <Banner tone={toneOfLine(line)} text={wordOfLine(line, t)} />
  return (
    <>
      <Banner tone="stop" text={t('outings.leave.no')} />
      <ul className={classes.reasons}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  )
}
