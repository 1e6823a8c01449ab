/** All of a woman's children, those who live here and those outside, for those who may know of them. */
import { Button } from '@mantine/core'
import type { ChildRow } from '../../../shared/contract/children.contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useGo } from '../../platform/routes'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { Section } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import classes from './people.module.css'

export function HerChildren({ motherId, here }: { readonly motherId: string; readonly here: boolean }) {
  const t = useWords()
  const go = useGo()
  const today = useClock()?.today ?? ''
  const { data } = useRead('children.ofMother', { id: motherId })
  return (
    <Section
      title={t('people.section.children')}
      actions={
        here && (
          <Button variant="subtle" size="compact-sm" onClick={() => go(`/children/new/${motherId}`)}>
            {t('people.children.register')}
          </Button>
        )
      }
    >
      {data?.length === 0 && <p className={classes.quiet}>{t('people.children.empty')}</p>}
      <ul className={classes.timeline}>
        {data?.map((child) => (
          <li key={child.id}>
            <span>{ageOf(child, t)}</span>
            <span>
              <RecordLink to="/children" id={child.id}>
                {listName(child)}
              </RecordLink>
              <div className={classes.quiet}>{placeOf(child, today, t)}</div>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const YEAR = 12
/** Up to this age months say more than years. */
const IN_MONTHS = 48

function ageOf({ age }: ChildRow, t: Words): string {
  if (age.months === null) return t('people.children.ageUnknown')
  const said =
    age.months < IN_MONTHS
      ? t('people.children.months', { count: age.months })
      : t('people.children.years', { count: Math.floor(age.months / YEAR) })
  return age.approximate ? t('people.children.about', { age: said }) : said
}

/** Where the child lives, with whom, and when mother and child last heard of one another. */
function placeOf(child: ChildRow, today: string, t: Words): string {
  const day = (value: string) => formatDay(value, t.language)
  const { outside, livesHereUntil } = child
  if (child.kind === 'here' && (livesHereUntil === null || livesHereUntil > today)) return t('people.children.here')
  const parts = [
    livesHereUntil ? t('people.children.left', { day: day(livesHereUntil) }) : t('people.children.outside'),
    outside.with,
    outside.place,
    outside.lastContactOn && t('people.children.lastContact', { day: day(outside.lastContactOn) }),
  ]
  return parts.filter(Boolean).join(' · ')
}
