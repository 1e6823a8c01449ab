/** Points and turns in words: what the sum is made of, and why one stands before the next. */
import type { PointLine, TurnReason } from '../../../shared/contract/waits.contract'
import type { Words } from '../../../shared/i18n'
import { useWords } from '../../platform/words'
import classes from './waits.module.css'

/** The lines that make her points. */
export function PointLines({ lines, sum }: { readonly lines: readonly PointLine[]; readonly sum: number }) {
  const t = useWords()
  return (
    <table className={classes.points}>
      <tbody>
        {lines.map((line) => (
          <tr key={line.kind}>
            <th scope="row">{t(`places.point.${line.kind}`, { count: line.count })}</th>
            <td>+{line.points}</td>
          </tr>
        ))}
        <tr className={classes.sum ?? ''}>
          <th scope="row">{t('places.point.sum')}</th>
          <td>{sum}</td>
        </tr>
      </tbody>
    </table>
  )
}

/** *Está antes por: nunca ha tenido lugar (+10); aunque la siguiente tiene: niña o niño aquí (+5).* */
export function whySentence(t: Words, why: TurnReason): string {
  if (why.by !== 'points') return t(`places.why.${why.by}`)
  const said = (sign: 1 | -1): string =>
    why.lines
      .filter((line) => Math.sign(line.difference) === sign)
      .map((line) => t(`places.why.line.${line.kind}`, { points: Math.abs(line.difference) }))
      .join(', ')
  const [more, less] = [said(1), said(-1)]
  return less ? t('places.why.although', { more, less }) : t('places.why.points', { more })
}
