/** Step 4: everything once more before the center is made. */
import { Stack } from '@mantine/core'
import { useWords } from '../../platform/words'
import { Fact, Facts } from '../../ui/Facts'
import { Section } from '../../ui/Page'
import type { SetUpDraft } from './set-up-steps'

export function SetUpSummary({ draft: { center, people, recovery } }: { readonly draft: SetUpDraft }) {
  const t = useWords()
  return (
    <Stack gap="lg">
      <Section title={t('office.setUp.center.title')}>
        <Facts>
          <Fact label={t('office.center.code')}>{center.code}</Fact>
          <Fact label={t('office.center.name')}>{center.name}</Fact>
          <Fact label={t('office.center.municipality')}>{`${center.municipality}, ${center.state}`}</Fact>
          <Fact label={t('office.center.issuer')}>{center.issuer}</Fact>
          <Fact label={t('office.center.signatories')}>
            {center.signatories.map((each) => `${each.name} (${each.post})`).join(' · ')}
          </Fact>
          <Fact label={t('office.center.outingAuthorisations')}>{center.outingAuthorisations.join(' · ')}</Fact>
          <Fact label={t('office.center.ageLimitMonths')}>{center.ageLimitMonths}</Fact>
          <Fact label={t('office.center.paper')}>{t(`office.center.paper.${center.paper}`)}</Fact>
        </Facts>
      </Section>
      <Section title={t('office.setUp.people.title')}>
        <Facts>
          {people.map((person) => (
            <Fact key={person.name} label={t(`role.${person.role}`)}>
              {person.name}
            </Fact>
          ))}
        </Facts>
      </Section>
      <Section title={t('office.setUp.recovery.title')}>
        {t(recovery.way === 'here' ? 'office.setUp.summary.sheet' : 'office.setUp.summary.headquarters')}
      </Section>
    </Stack>
  )
}
