/** What an edition is: where it stands, when and where it meets, who gives it, what its certificate asks for. */
import type { Output } from '../../../shared/contract'
import { formatDay } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import { Fact, Facts } from '../../ui/Facts'
import { RecordLink } from '../../ui/RecordLink'
import { Status } from '../../ui/Status'
import { EditionStatus, PlacesStatus } from './EditionStatus'
import { patternWords } from './pattern-words'
import { ruleWords } from './rule-words'

type Edition = Output<'programs.edition'>

export function EditionFacts({ edition }: { readonly edition: Edition }) {
  const t = useWords()
  const day = (value: string) => formatDay(value, t.language)
  return (
    <Facts>
      <Fact label={t('programs.column.state')}>
        <EditionStatus edition={edition} />
      </Fact>
      <Fact label={t('programs.edition.dates')}>
        {day(edition.startsOn)} – {day(edition.endsOn)}
      </Fact>
      <Fact label={t('programs.edition.pattern')}>{patternWords(edition.slots, t)}</Fact>
      <Fact label={t('programs.edition.room')}>{edition.room}</Fact>
      <Fact label={t('programs.edition.instructor')}>
        {edition.clearanceUntil ? (
          <Status
            tone="attention"
            label={edition.instructor}
            reason={t('programs.preview.clearance', { day: day(edition.clearanceUntil) })}
          />
        ) : (
          edition.instructor
        )}
      </Fact>
      <Fact label={t('programs.edition.places')}>
        <PlacesStatus edition={edition} />
      </Fact>
      <Fact label={t('programs.column.waiting')}>
        {!edition.takesWaiting
          ? t('programs.edition.takesNoWaiting')
          : edition.waiting === 0
            ? t('programs.edition.noWaiting')
            : t('programs.edition.waiting', { count: edition.waiting })}
      </Fact>
      <Fact label={t('programs.edition.hours')}>{t('programs.edition.hoursValue', { count: edition.hours })}</Fact>
      <Fact label={t('programs.edition.rule')}>{ruleWords(edition, t)}</Fact>
      <Fact label={t('programs.form.care')}>{edition.care && t(`programs.care.${edition.care}`)}</Fact>
      {edition.copiedFrom && (
        <Fact label={t('programs.edition.copiedFrom')}>
          <RecordLink to="/programs" id={edition.copiedFrom.id}>
            {edition.copiedFrom.code}
          </RecordLink>
        </Fact>
      )}
    </Facts>
  )
}
