import type { MonthStatistics, Statistics, StatisticsCalls } from '@motcua/portal-client/statistics'
import type { UiKey } from '../locales/strings.ts'
import { failureOf } from '../services/failure.ts'
import type { PanelHost } from './panel-host.ts'

const COMMUNE = /^\d{5}$/
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

export interface DashboardPanelOptions { calls: StatisticsCalls; host: PanelHost; commune: string; period: string; shown(month: string): void }

/** The public figures of one commune: the month that is looked at, and those before it. */
export class DashboardPanel {
  data: Statistics | undefined
  problem: UiKey | undefined
  busy = false
  /** The person has switched the month: what came is announced. */
  switched = false
  /** The month that was asked for and has no figures: the present one is shown instead. */
  missingMonth: string | undefined
  readonly options: DashboardPanelOptions
  #wanted: string | undefined
  #isStopped = false

  constructor(options: DashboardPanelOptions) {
    this.options = options
    this.#wanted = MONTH.test(options.period) ? options.period : undefined
    if (!this.lacksCommune) void this.load()
  }

  get host(): PanelHost { return this.options.host }
  get lacksCommune(): boolean { return !COMMUNE.test(this.options.commune) }
  /** What the page asks for is no month. */
  get badPeriod(): boolean { return this.options.period !== '' && !MONTH.test(this.options.period) }
  get month(): MonthStatistics | undefined { return this.data?.months.find(({ month }) => month === this.data?.month) }

  async show(month: string): Promise<void> {
    this.#wanted = month
    this.switched = true
    this.missingMonth = undefined
    await this.load()
  }

  /** The button that was pressed goes: focus is on what came in its place. */
  async retry(): Promise<void> {
    await this.load()
    this.host.focus(this.problem ? 'retry' : 'heading')
  }

  /** What comes from now on is of no use. */
  stop(): void { this.#isStopped = true }

  /** The last month that was asked for wins, whatever answer comes last. */
  async load(): Promise<void> {
    const { calls, commune, host, shown } = this.options
    const wanted = this.#wanted
    const isLate = (): boolean => this.#isStopped || wanted !== this.#wanted
    this.busy = true
    this.problem = undefined
    host.redraw()
    try {
      const data = await calls.get({ commune, ...(wanted === undefined ? {} : { month: wanted }) })
      if (isLate()) return
      this.data = data
      shown(data.month)
    } catch (error) {
      if (isLate()) return
      const failure = failureOf(error)
      const isAbsent = failure.kind === 'problem' && failure.problem.status === 404
      if (isAbsent && wanted) {
        this.missingMonth = wanted
        this.#wanted = undefined
        return this.load()
      }
      this.problem = isAbsent ? 'dashUnknown' : 'dashFailed'
    }
    this.busy = false
    host.redraw()
  }
}
