/** The page of the tasks; Hoy leads to it. */
import type { SliceRoute } from '../../platform/routes'
import { TasksPage } from './TasksPage'

export const routes: readonly SliceRoute[] = [{ path: '/tasks', element: TasksPage, channel: 'tasks.list' }]
