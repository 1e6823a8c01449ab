/** What a woman takes with her: certificates, papers, photographs of her work, contacts; checked, printed, handed over. */
import { useRead } from '../../platform/client'
import { useWords } from '../../platform/words'
import type { PersonRecord } from '../../../shared/contract/people.contract'
import { formatDay } from '../../../shared/i18n/format'
import { Section } from '../../ui/Page'
import { PaperButton } from '../../ui/PaperButton'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { PersonFrame } from './PersonFrame'
import { PortfolioContacts } from './PortfolioContacts'
import { PortfolioHandovers } from './PortfolioHandovers'
import { PortfolioPhotos } from './PortfolioPhotos'
import { PortfolioStatements } from './PortfolioStatements'
import { ReleaseChecks } from './ReleaseChecks'
import type { Portfolio } from '../../../shared/contract/portfolio.contract'
import classes from './people.module.css'

export function PortfolioPage() {
  return <PersonFrame>{(person) => <Folder person={person} />}</PersonFrame>
}

function Folder({ person }: { readonly person: PersonRecord }) {
  const t = useWords()
  const read = useRead('people.portfolio', { id: person.id })
  const portfolio = read.data
  return (
    <>
      <Refusals of={read.refusals} />
      {portfolio && (
        <>
          <Section
            title={t('people.portfolio.release')}
            actions={
              <PaperButton
                size="compact-sm"
                variant="default"
                channel="people.printFolder"
                input={{ id: person.id }}
                label={t('people.folder.print')}
              />
            }
          >
            <ReleaseChecks personId={person.id} release={portfolio.release} />
          </Section>
          <div className={classes.columns}>
            <Section title={t('people.portfolio.certificates')}>
              <Held certificates={portfolio.certificates} />
            </Section>
            <PortfolioStatements personId={person.id} workshops={portfolio.workshops} />
          </div>
          <PortfolioPhotos personId={person.id} portfolio={portfolio} />
          <div className={classes.columns}>
            <PortfolioContacts personId={person.id} portfolio={portfolio} />
            <PortfolioHandovers personId={person.id} portfolio={portfolio} />
          </div>
        </>
      )}
    </>
  )
}

function Held({ certificates }: { readonly certificates: Portfolio['certificates'] }) {
  const t = useWords()
  if (certificates.length === 0) return <p className={classes.quiet}>{t('people.portfolio.noCertificates')}</p>
  return (
    <ul className={classes.rows}>
      {certificates.map((each) => (
        <li key={each.id}>
          <div className={classes.rowText}>
            <strong>{each.title}</strong>{' '}
            <Status
              tone={each.deliveredOn ? 'done' : 'attention'}
              label={
                each.deliveredOn
                  ? t('people.portfolio.delivered', { day: formatDay(each.deliveredOn, t.language) })
                  : t('people.portfolio.notDelivered')
              }
            />
            <div className={classes.quiet}>
              <RecordLink inText to="/certificates/folio" id={each.id}>
                {each.folio}
              </RecordLink>
              {each.validUntil &&
                ` · ${t('people.folder.validUntil', { day: formatDay(each.validUntil, t.language) })}`}
            </div>
          </div>
        </li>
      ))}
    </ul>
  )
}
