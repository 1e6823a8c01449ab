/** Women who may be the one that is being typed, side by side with her: field beside field, and whether they agree. */
import { IconEqual, IconEqualNot, IconTilde, IconMinus, type Icon } from '@tabler/icons-react'
import type { Lookalike } from '../../../shared/contract/people.contract'
import { formatDay } from '../../../shared/i18n/format'
import { listName } from '../../../shared/kernel/text'
import { useDormitoryWord } from '../../platform/use-dormitory-word'
import { useWords } from '../../platform/words'
import { RecordLink } from '../../ui/RecordLink'
import type { FormValue } from './person-form'
import { samenessOf, type Sameness } from './sameness'
import classes from './people.module.css'

const SIGNS: Readonly<Record<Sameness, Icon>> = {
  same: IconEqual,
  similar: IconTilde,
  different: IconEqualNot,
  missing: IconMinus,
}
/** As many as stand beside each other on the office's screen. */
const BESIDE = 3

type Compared = Pick<
  Lookalike,
  'surname1' | 'surname2' | 'givenNames' | 'chosenName' | 'birthDate' | 'curp' | 'fileNumber'
>
const FIELDS = ['surname1', 'surname2', 'givenNames', 'chosenName', 'birthDate', 'curp', 'fileNumber'] as const

export function Lookalikes({ of, form }: { readonly of: readonly Lookalike[]; readonly form: FormValue }) {
  const t = useWords()
  const shown = of.slice(0, BESIDE)
  return (
    <section aria-live="polite" aria-label={t('people.alike.label')}>
      {of.length > 0 && (
        <div className={classes.alike}>
          <h2>{t('people.alike.title', { count: of.length })}</h2>
          <table className={classes.compare}>
            <thead>
              <tr>
                <th scope="col">{t('people.alike.field')}</th>
                <th scope="col">{t('people.alike.typed')}</th>
                {shown.map((other) => (
                  <th scope="col" key={other.id}>
                    <RecordLink to="/people" id={other.id}>
                      {listName(other)}
                    </RecordLink>
                    <div>{t(`people.alike.${other.likeness}`)}</div>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {FIELDS.map((field) => (
                <Row key={field} field={field} form={form} others={shown} />
              ))}
              <StayRow others={shown} />
            </tbody>
          </table>
          {of.length > shown.length && (
            <p className={classes.quiet}>
              {t('people.alike.more', { names: of.slice(BESIDE).map(listName).join('; ') })}
            </p>
          )}
        </div>
      )}
    </section>
  )
}

function Row({
  field,
  form,
  others,
}: {
  readonly field: keyof Compared
  readonly form: FormValue
  readonly others: readonly Lookalike[]
}) {
  const t = useWords()
  const said = (value: string | null) => (value && field === 'birthDate' ? formatDay(value, t.language) : value) || '—'
  const typed = form[field]
  // Surnames may stand in the other order: then each is compared with the one that is like it.
  const facing = (other: Lookalike): Sameness =>
    field === 'surname1' || field === 'surname2' ? surname(field, form, other) : samenessOf(typed, other[field])
  return (
    <tr>
      <th scope="row">{t(`people.${field}`)}</th>
      <td>{said(typed)}</td>
      {others.map((other) => {
        const sameness = facing(other)
        const Sign = SIGNS[sameness]
        return (
          <td key={other.id} data-differs={sameness === 'different' || undefined}>
            {said(other[field])}{' '}
            <span className={classes.sign}>
              <Sign size={14} aria-hidden /> {t(`people.alike.sign.${sameness}`)}
            </span>
          </td>
        )
      })}
    </tr>
  )
}

function surname(field: 'surname1' | 'surname2', form: FormValue, other: Lookalike): Sameness {
  const straight = samenessOf(form[field], other[field])
  const crossed = samenessOf(form[field === 'surname1' ? 'surname2' : 'surname1'], other[field])
  return straight === 'different' && (crossed === 'same' || crossed === 'similar') ? 'similar' : straight
}

/** Where she slept and since when, or until when: what tells two namesakes apart at a glance. */
function StayRow({ others }: { readonly others: readonly Lookalike[] }) {
  const t = useWords()
  const dormitoryWord = useDormitoryWord()
  const day = (value: string) => formatDay(value, t.language)
  const stayOf = ({ admittedOn, leftOn, dormitory, here }: Lookalike): string => {
    if (!admittedOn) return '—'
    const when = leftOn
      ? t('people.alike.left', { from: day(admittedOn), day: day(leftOn) })
      : t('people.alike.since', { day: day(admittedOn) })
    return here && dormitory ? `${when} · ${dormitory}` : when
  }
  return (
    <tr>
      <th scope="row">{t('people.alike.stay', { word: dormitoryWord.toLowerCase() })}</th>
      <td>—</td>
      {others.map((other) => (
        <td key={other.id}>{stayOf(other)}</td>
      ))}
    </tr>
  )
}
