import { PortalProblemError } from '@motcua/portal-client'
import type { StatisticsQuery } from '@motcua/portal-client/statistics'
import { afterEach, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import type { StatisticsServices } from '../../services/services.ts'
import { expectAccessible } from '../../testing/harness.ts'
import { FIXTURE_STATISTICS } from '../../testing/statistics.ts'
import './define.ts'

afterEach(() => { document.body.replaceChildren() })

function mount(period: string, problem: string) {
  const asked: StatisticsQuery[] = []
  const statistics: StatisticsServices = {
    get: async (query) => {
      asked.push(query)
      if (problem !== 'month-not-available' || query.month !== undefined) throw new PortalProblemError({ type: `urn:motcua:problem:${problem}`, title: 'Không có.', status: 404, correlationId: 'c0ffee' })
      return FIXTURE_STATISTICS
    },
  }
  const element = Object.assign(document.createElement('motcua-dashboard'), { services: { statistics } })
  for (const [name, value] of Object.entries({ commune: '30838', period })) element.setAttribute(name, value)
  document.body.append(element)
  return { element, asked }
}

it('shows the present month, and says so, where the page asks for one without figures', async () => {
  const { element, asked } = mount('2031-01', 'month-not-available')
  await expect.element(page.getByText('Chưa có số liệu Tháng 01/2031. Dưới đây là tháng hiện tại.')).toBeVisible()
  await expect.element(page.getByRole('combobox', { name: 'Tháng' })).toHaveValue('2026-11')
  expect(asked).toEqual([{ commune: '30838', month: '2031-01' }, { commune: '30838' }])
  await expectAccessible(element)
  element.lang = 'en'
  await expect.element(page.getByText('There are no figures of 01/2031. The present month is shown below.')).toBeVisible()
})

it('says that the gateway has no figures of the commune, and asks no further', async () => {
  const { asked } = mount('2031-01', 'commune-not-served')
  await expect.element(page.getByText('Nơi này không có số liệu của xã, phường, đặc khu đó.')).toBeVisible()
  expect(asked).toHaveLength(2)
})
