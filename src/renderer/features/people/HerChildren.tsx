/** A woman's children, for those who may know of them. */
import { Button } from '@mantine/core'
import { formatDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useGo } from '../../platform/routes'
import { useWords } from '../../platform/words'
import { Section } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import classes from './people.module.css'

export function HerChildren({ motherId, here }: { readonly motherId: string; readonly here: boolean }) {
  const t = useWords()
  const go = useGo()
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
            <span>{child.code}</span>
            <span>
              <RecordLink to="/children" id={child.id}>
                {listName(child)}
              </RecordLink>{' '}
              <span className={classes.quiet}>
                {child.livesHereUntil
                  ? t('people.children.left', { day: formatDay(child.livesHereUntil, t.language) })
                  : child.age.months !== null && t('people.children.months', { count: child.age.months })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
