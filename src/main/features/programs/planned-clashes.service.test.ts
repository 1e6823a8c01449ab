import { describe, expect, test } from 'vitest'
import { patternClashes } from './planned-clashes.service'

describe('clashes of a plan', () => {
  const use = (day: string, startsAt: string, endsAt: string, more = {}) => ({
    editionId: 'e2',
    code: 'CL-02',
    title: 'Tejido',
    room: 'Taller 1',
    instructor: 'Olga',
    day,
    startsAt,
    endsAt,
    ...more,
  })
  const planned = ['2026-10-06', '2026-10-13'].map((day) => ({
    day,
    startsAt: '10:00',
    endsAt: '12:00',
    cancelledCause: null,
  }))
  test('those of one hour stand together, with the first day and how many there are', () => {
    const others = [
      use('2026-10-06', '11:00', '13:00'),
      use('2026-10-13', '11:00', '13:00'),
      use('2026-10-13', '12:00', '13:00'),
    ]
    expect(patternClashes(planned, { room: 'taller 1', instructor: 'Irene' }, others)).toEqual([
      {
        kind: 'room',
        resource: 'Taller 1',
        weekday: 2,
        from: '11:00',
        until: '12:00',
        code: 'CL-02',
        title: 'Tejido',
        day: '2026-10-06',
        times: 2,
      },
    ])
  })
  test('a planned session that is born cancelled meets nobody', () => {
    const cancelled = planned.map((each) => ({ ...each, cancelledCause: 'office' }))
    expect(
      patternClashes(cancelled, { room: 'Taller 1', instructor: 'Olga' }, [use('2026-10-06', '10:00', '12:00')]),
    ).toEqual([])
  })
})
