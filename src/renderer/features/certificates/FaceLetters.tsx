/** Names and titles that the certificate's letters cannot write, before the day on which they are to be printed. */
import { Text } from '@mantine/core'
import { formatNumber } from '../../../shared/i18n/format'
import { useRead } from '../../platform/client'
import { useWords } from '../../platform/words'
import { Section } from '../../ui/Page'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import classes from './FacePage.module.css'

export function FaceLetters() {
  const t = useWords()
  const { data, refusals } = useRead('certificates.letters', {})
  const lacking = (data?.people.length ?? 0) + (data?.texts.length ?? 0)
  return (
    <Section title={t('certificates.letters.title')}>
      <Refusals of={refusals} />
      {data && lacking === 0 && (
        <Status
          tone="done"
          label={t('certificates.letters.allGood', { count: data.checked, shown: formatNumber(data.checked) })}
        />
      )}
      {data && lacking > 0 && (
        <>
          <Text size="sm" mb={4}>
            {t('certificates.letters.what')}
          </Text>
          <ul className={classes.lines}>
            {data.people.map((each) => (
              <li key={`${each.personId} ${each.name}`}>
                <RecordLink to="/people" id={each.personId}>
                  {each.name}
                </RecordLink>
                {` · ${each.fileNumber} · `}
                <strong>{each.letters}</strong>
              </li>
            ))}
            {data.texts.map((each) => (
              <li key={each.text}>
                {each.text} · <strong>{each.letters}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
