/** Who may do what with a child. */
import { Adults } from './Adults'
import { ChildFrame } from './ChildFrame'

export function AdultsPage() {
  return <ChildFrame>{(child) => <Adults child={child} />}</ChildFrame>
}
