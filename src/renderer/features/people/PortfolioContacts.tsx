/** Whom she may turn to outside: the issuer of her certificates always, and whom the office adds. */
import { Button, Modal, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Portfolio } from '../../../shared/contract/portfolio.contract'
import { useAct } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { Section } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import classes from './people.module.css'

interface PortfolioContactsProps {
  readonly personId: string
  readonly portfolio: Portfolio
}

export function PortfolioContacts({ personId, portfolio }: PortfolioContactsProps) {
  const t = useWords()
  const { may } = useSession()
  const [adding, setAdding] = useState(false)
  const remove = useAct('people.removeContact')
  const { issuer, contacts } = portfolio
  return (
    <Section
      title={t('people.portfolio.contacts')}
      actions={
        may('people.addContact') && (
          <Button variant="subtle" size="compact-sm" onClick={() => setAdding(true)}>
            {t('people.portfolio.addContact')}
          </Button>
        )
      }
    >
      <Refusals of={remove.refusals} />
      <ul className={classes.rows}>
        {issuer.contact && (
          <li>
            <div className={classes.rowText}>
              <strong>{issuer.name}</strong>
              <div className={classes.quiet}>
                {t('people.portfolio.issuerContact')} · {issuer.contact}
              </div>
            </div>
          </li>
        )}
        {contacts.map((each) => (
          <li key={each.id}>
            <div className={classes.rowText}>
              <strong>{each.name}</strong>
              <div className={classes.quiet}>
                {each.offers} · {each.reachedAt}
              </div>
            </div>
            {may('people.removeContact') && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                loading={remove.pending}
                aria-label={t('people.portfolio.removeContactOf', { name: each.name })}
                onClick={() => void remove.run({ id: each.id })}
              >
                {t('people.portfolio.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {contacts.length === 0 && !issuer.contact && <p className={classes.quiet}>{t('people.folder.noContacts')}</p>}
      <Modal
        opened={adding}
        onClose={() => setAdding(false)}
        title={t('people.portfolio.addContact')}
        centered
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <AddContact personId={personId} onClose={() => setAdding(false)} />
      </Modal>
    </Section>
  )
}

const FIELDS = [
  ['name', 'contactName', 120],
  ['offers', 'contactOffers', 200],
  ['reachedAt', 'contactReachedAt', 200],
] as const
const NOBODY = { name: '', offers: '', reachedAt: '' }

function AddContact({ personId, onClose }: { readonly personId: string; readonly onClose: () => void }) {
  const t = useWords()
  const act = useAct('people.addContact')
  const [contact, setContact] = useState(NOBODY)
  const ready = FIELDS.every(([field]) => contact[field].trim() !== '')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void act.run({ personId, ...contact }).then((outcome) => {
          if (outcome.ok) onClose()
        })
      }}
    >
      <Stack gap="md">
        {FIELDS.map(([field, words, max]) => (
          <TextInput
            key={field}
            required
            maxLength={max}
            label={t(`people.portfolio.${words}`)}
            value={contact[field]}
            onChange={(event) => setContact({ ...contact, [field]: event.currentTarget.value })}
            {...(field === 'name' ? { 'data-autofocus': true } : {})}
          />
        ))}
        <Refusals of={act.refusals} />
        <div>
          <Button type="submit" loading={act.pending} disabled={!ready}>
            {t('people.portfolio.addContact')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
