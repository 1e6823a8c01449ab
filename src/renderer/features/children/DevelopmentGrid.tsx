/** The four skills over time: one column for each screening, its light as a word with an icon, so that it prints in black. */
import { AREAS_OF_SKILL, AXES, SKILLS, type Light, type Screened } from '../../../shared/contract/child-development'
import type { ScreeningRecord } from '../../../shared/contract/child-health-facts'
import { formatDay } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import { NOTHING } from '../../ui/Facts'
import { Status } from '../../ui/Status'
import { LIGHT_TONES } from './health-words'
import classes from './health.module.css'

const SHOWN = 6

export function DevelopmentGrid({ screenings }: { readonly screenings: readonly ScreeningRecord[] }) {
  const t = useWords()
  // The latest few, in the order of time: what came before stands in the table below.
  const shown = screenings.slice(-SHOWN)
  const rows: readonly (readonly [Screened, string])[] = [
    ...SKILLS.flatMap((skill) =>
      AREAS_OF_SKILL[skill].map((area) => {
        const several = AREAS_OF_SKILL[skill].length > 1
        const name = t(`children.screening.skill.${skill}`)
        return [area, several ? `${name} · ${t(`children.screening.area.${area}`)}` : name] as const
      }),
    ),
    ...AXES.map((axis) => [axis, t(`children.screening.area.${axis}`)] as const),
  ]
  const used = rows.filter(([area]) => shown.some((each) => each.areas.some((one) => one.area === area)))
  return (
    <div className={classes.scroll}>
      <table className={classes.grid} aria-label={t('children.screening.grid')}>
        <thead>
          <tr>
            <th scope="col">{t('children.screening.areaHead')}</th>
            {shown.map((each) => (
              <th scope="col" key={each.id}>
                {formatDay(each.day, t.language)}
                <div className={classes.quiet}>{each.instrument}</div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {used.map(([area, name]) => (
            <tr key={area}>
              <th scope="row">{name}</th>
              {shown.map((each) => (
                <td key={each.id}>
                  <Result of={each.areas.find((one) => one.area === area)} />
                </td>
              ))}
            </tr>
          ))}
          <tr data-skill>
            <th scope="row">{t('children.screening.overall')}</th>
            {shown.map((each) => (
              <td key={each.id}>
                <Status tone={LIGHT_TONES[each.overall]} label={t(`children.screening.light.${each.overall}`)} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  )
}

function Result({ of }: { readonly of: { readonly light: Light; readonly total: number | null } | undefined }) {
  const t = useWords()
  if (!of) return NOTHING
  return (
    <>
      <Status tone={LIGHT_TONES[of.light]} label={t(`children.screening.light.${of.light}`)} />
      {of.total !== null && ` ${t('children.screening.total', { total: of.total })}`}
    </>
  )
}
