import { describe, expect, test } from 'vitest'
import { inTurn } from './wait.rules'

describe('the waiting list', () => {
  test('goes by the day she asked, workshop by workshop', () => {
    const rows = inTurn(
      [
        { workshopId: 'yoga', requestedOn: '2026-09-10', fileNumber: '3' },
        { workshopId: 'yoga', requestedOn: '2026-09-07', fileNumber: '2' },
        { workshopId: 'teatro', requestedOn: '2026-09-24', fileNumber: '1' },
      ],
      '2026-10-31',
    )
    expect(rows.map((row) => [row.fileNumber, row.position, row.daysWaiting])).toEqual([
      ['2', 1, 54],
      ['3', 2, 51],
      ['1', 1, 37],
    ])
  })
})
