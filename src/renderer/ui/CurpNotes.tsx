/** What a CURP disagrees with: a warning, never a "no" (errors of the civil registry are common). */
import { IconAlertTriangle } from '@tabler/icons-react'
import type { CurpWarning } from '../../shared/kernel/curp'
import { useWords } from '../platform/words'
import classes from './CurpNotes.module.css'

/** For a woman's record as for a child's. */
export function CurpNotes({ warnings }: { readonly warnings: readonly CurpWarning[] }) {
  const t = useWords()
  return (
    <div role="status">
      {warnings.length > 0 && (
        <ul className={classes.notes}>
          {warnings.map((warning) => (
            <li key={warning}>
              <IconAlertTriangle size={16} aria-hidden /> {t(`people.${warning}`)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
