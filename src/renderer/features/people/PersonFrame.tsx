/** What stands at the head of every page of a woman's record: who she is, where she is now, her alerts, the pages beside. */
import type { ReactNode } from 'react'
import type { PersonRecord } from '../../../shared/contract/people.contract'
import { listName } from '../../../shared/kernel/text'
import { useRead } from '../../platform/client'
import { useRouteParam } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { Page } from '../../ui/Page'
import { PageTabs, type PageTab } from '../../ui/PageTabs'
import { Refusals } from '../../ui/Refusals'
import { AlertSigns, Whereabouts } from './PersonSigns'
import { PersonActs } from './PersonActs'
import { PackButton } from './PersonPapers'
import { StayNotes } from './StayNotes'
import { HerStay } from './StayStatus'
import classes from './people.module.css'

const TABS: readonly PageTab[] = [
  { to: '', words: 'people.section.places', channel: 'people.get' },
  { to: '/data', words: 'people.section.facts', channel: 'people.get' },
  { to: '/intake', words: 'people.intake.title', channel: 'people.intake' },
  { to: '/consents', words: 'people.consent.title', channel: 'people.consents' },
  { to: '/alerts', words: 'people.alert.title', channel: 'people.alerts' },
  { to: '/portfolio', words: 'people.portfolio.title', channel: 'people.portfolio' },
  { to: '/life', words: 'people.life.title', channel: 'people.life' },
]

/** Reads the record of the address and frames what `children` makes of it. */
export function PersonFrame({ children }: { readonly children: (person: PersonRecord) => ReactNode }) {
  const t = useWords()
  const id = useRouteParam('id')
  const record = useRead('people.get', { id })
  const person = record.data
  const back = { to: '/people', label: t('people.nav') }
  if (!person)
    return (
      <Page title={t('people.record')} back={back}>
        <Refusals of={record.refusals} />
      </Page>
    )
  return (
    <Page
      title={listName(person.facts)}
      back={back}
      subtitle={<Head person={person} />}
      primary={
        <>
          <PackButton person={person} />
          <PersonActs person={person} />
        </>
      }
    >
      <StayNotes person={person} />
      <PageTabs label={t('people.record')} tabs={TABS} under={`/people/${id}`} />
      {children(person)}
    </Page>
  )
}

function Head({ person }: { readonly person: PersonRecord }) {
  const { may } = useSession()
  const bed = person.here ? person.stays[0]?.dormitory : null
  return (
    <div className={classes.headline}>
      <span>{[person.facts.fileNumber, bed].filter(Boolean).join(' · ')}</span>
      <HerStay person={person} />
      <Whereabouts personId={person.id} />
      {may('people.alerts') && <AlertSigns personId={person.id} />}
    </div>
  )
}
