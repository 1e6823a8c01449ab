/** One issued certificate: where it stands and why, what is printed, what befell it, and what can be done with it. */
import { Button, Group } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useState } from 'react'
import type { CertificateRecord } from '../../../shared/contract/certificate-record.contract'
import { formatDay } from '../../../shared/i18n/format'
import type { Refusal } from '../../../shared/kernel/outcome'
import { listName } from '../../../shared/kernel/text'
import type { Words } from '../../../shared/i18n'
import { call, useRead } from '../../platform/client'
import { useRouteParam } from '../../platform/routes'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { Fact, Facts } from '../../ui/Facts'
import { Page, Section } from '../../ui/Page'
import { PaperViewer, type ShownPaper } from '../../ui/PaperViewer'
import { RecordLink } from '../../ui/RecordLink'
import { Refusals } from '../../ui/Refusals'
import { History } from './History'
import { RecordActs } from './RecordActs'
import { StateWord } from './StateWord'
import { UseFormsAct } from './UseFormsAct'

export function RecordPage() {
  const t = useWords()
  const { may } = useSession()
  const id = useRouteParam('id')
  const read = useRead('certificates.record', { id })
  const [paper, setPaper] = useState<ShownPaper | null>(null)
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const row = read.data
  const show = async (number: number | null) => {
    const outcome =
      number === null
        ? await call('certificates.paper', { id })
        : await call('certificates.duplicatePaper', { id, number })
    setRefusals(outcome.ok ? [] : outcome.refusals)
    if (outcome.ok) setPaper(outcome.value)
  }
  return (
    <Page
      title={row ? t('certificates.record.title', { folio: row.folio }) : t('certificates.nav')}
      subtitle={row && `${row.printedName} · ${row.title}`}
      back={{ to: '/certificates/register', label: t('certificates.register.title') }}
      primary={
        row && (
          <Button leftSection={<IconEye size={18} aria-hidden />} onClick={() => void show(null)}>
            {t('certificates.record.see')}
          </Button>
        )
      }
    >
      <Refusals of={[...read.refusals, ...refusals]} />
      {row && (
        <>
          <Section title={t('certificates.record.state')}>
            <Group gap="lg" align="center" mb="sm">
              <StateWord row={row} />
            </Group>
            <RecordActs key={row.id} row={row} onIssued={setPaper} />
          </Section>
          <Section title={t('certificates.record.printed')}>
            <Printed row={row} />
          </Section>
          {row.duplicates.length > 0 && (
            <Section
              title={t('certificates.record.duplicates')}
              actions={may('certificates.useForms') && <UseFormsAct certificateIds={[row.id]} purpose="duplicate" />}
            >
              <Group gap="sm">
                {row.duplicates.map((each) => (
                  <Button
                    key={each.paperId}
                    variant="default"
                    size="compact-sm"
                    leftSection={<IconEye size={15} aria-hidden />}
                    onClick={() => void show(each.number)}
                  >
                    {t('certificates.record.duplicate', {
                      number: each.number,
                      day: formatDay(each.on, t.language),
                    })}
                  </Button>
                ))}
              </Group>
            </Section>
          )}
          <Section title={t('certificates.record.history')}>
            <History row={row} />
          </Section>
        </>
      )}
      <PaperViewer paper={paper} onClose={() => setPaper(null)} />
    </Page>
  )
}

function Printed({ row }: { readonly row: CertificateRecord }) {
  const t = useWords()
  const day = (value: string | null) => value && formatDay(value, t.language)
  return (
    <Facts>
      <Fact label={t('certificates.name')}>
        <RecordLink to="/people" id={row.personId}>
          {listName(row)}
        </RecordLink>
        {' · '}
        <span style={{ whiteSpace: 'nowrap' }}>{row.fileNumber}</span>
      </Fact>
      <Fact label={t('certificates.record.printedName')}>{row.printedName}</Fact>
      <Fact label={t('certificates.edition')}>
        <RecordLink to="/certificates" id={row.editionId}>
          {row.title}
        </RecordLink>
      </Fact>
      <Fact label={t('certificates.record.hours')}>
        {t('certificates.record.span', {
          count: row.hours,
          from: formatDay(row.from, t.language),
          until: formatDay(row.until, t.language),
        })}
      </Fact>
      <Fact label={t('certificates.record.issuedOn')}>{day(row.issuedOn)}</Fact>
      <Fact label={t('certificates.record.validUntil')}>{validWords(row, t)}</Fact>
      <Fact label={t('certificates.record.signedOffBy')}>{row.signedOffBy}</Fact>
      <Fact label={t('certificates.record.issuedBy')}>{row.issuedBy}</Fact>
      <Fact label={t('certificates.record.replaces')}>
        {row.replaces && (
          <RecordLink to="/certificates/folio" id={row.replaces.id}>
            {row.replaces.folio}
          </RecordLink>
        )}
      </Fact>
      <Fact label={t('certificates.record.replacedBy')}>
        {row.replacedBy && (
          <RecordLink to="/certificates/folio" id={row.replacedBy.id}>
            {row.replacedBy.folio}
          </RecordLink>
        )}
      </Fact>
      <Fact label={t('certificates.forms.of')}>{row.forms.map((form) => formWords(form, t)).join(', ')}</Fact>
      <Fact label={t('certificates.drafts.template')}>
        {t('certificates.record.template', {
          name: t(`certificates.template.${row.template}`),
          version: row.templateVersion,
        })}
      </Fact>
      <Fact label={t('certificates.record.hash')} wide>
        <code style={{ overflowWrap: 'anywhere' }}>{row.sha256}</code>
      </Fact>
    </Facts>
  )
}

/** Until when it holds; and, while that is far off, from when it may be renewed. */
function validWords({ validUntil, renewableFrom }: CertificateRecord, t: Words): string {
  if (validUntil === null) return t('certificates.record.validForGood')
  const until = formatDay(validUntil, t.language)
  if (renewableFrom === null) return until
  return `${until} · ${t('certificates.record.renewableFrom', { day: formatDay(renewableFrom, t.language) })}`
}

/** Its number, with what is not plain of it: spoiled, or a copy's. */
function formWords({ number, purpose, spoiledCause }: CertificateRecord['forms'][number], t: Words): string {
  if (spoiledCause) return `${number} (${t(`certificates.formCause.${spoiledCause}`)})`
  return purpose === 'duplicate' ? `${number} (${t('certificates.formPurpose.duplicate')})` : number
}
