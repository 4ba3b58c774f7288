import { describe, expect, it } from 'vitest'
import type { Queue, Ticket } from './counter-client.ts'
import { countersView } from './counter-pages.ts'

const TICKET: Ticket = { code: 'K7Q-3MD', ticket: 'H001', kind: 'booked', procedureName: null, name: 'Nguyễn Thị Lan', time: '08:00', counter: null, state: 'booked', priority: null, calls: 0, allowed: ['arrive', 'no-show'] }
const WALK_IN: Ticket = { ...TICKET, code: 'M4P-9XW', ticket: 'V001', kind: 'walk-in', name: null, time: null, state: 'no-show', calls: 1, allowed: ['arrive'] }
const QUEUE: Queue = { commune: '30838', date: '2026-11-23', counters: [], priorityGroups: [{ id: 'old-age', name: { vi: 'Người cao tuổi' } }], waiting: [], tickets: [TICKET, WALK_IN] }

/** What stands under each heading. */
async function sections(queue: Queue): Promise<Map<string, string>> {
  const page = String(await countersView({ officerName: 'Trần Văn Minh', queue, matters: [], message: undefined }))
  return new Map(page.split('<h2>').slice(1).map((part) => [part.slice(0, part.indexOf('</h2>')), part]))
}

describe('the page of the counters', () => {
  it('lists who did not come when called apart from those with an appointment', async () => {
    const under = await sections(QUEUE)
    expect(under.get('Có hẹn hôm nay, chưa đến')).toContain('H001')
    expect(under.get('Có hẹn hôm nay, chưa đến')).not.toContain('V001')
    expect(under.get('Vắng mặt')).toContain('V001')
  })

  it('asks for the priority group of somebody who booked when they come, and where there are groups only', async () => {
    expect((await sections(QUEUE)).get('Có hẹn hôm nay, chưa đến')).toContain('Nhóm ưu tiên của H001')
    expect((await sections(QUEUE)).get('Vắng mặt')).not.toContain('<select')
    expect((await sections({ ...QUEUE, priorityGroups: [] })).get('Có hẹn hôm nay, chưa đến')).not.toContain('<select')
  })
})
