/** A figure beside what it must be. */
export interface Measured {
  name: string
  value: number
  unit: string
  /** It must not be more. Without this or `least` it is there to be seen. */
  most?: number
  /** It must not be less. */
  least?: number
}

/** Whether a figure is as it must be. */
export function holds({ value, most, least }: Measured): boolean {
  return (most === undefined || value <= most) && (least === undefined || value >= least)
}

/** `zod subpath …  12.3 kB gzip  (at most 15)`; what does not hold is marked. */
export function lineOf(measured: Measured): string {
  const { name, value, unit, most, least } = measured
  const figure = Math.abs(value) >= 1000 ? Math.round(value).toLocaleString('en') : value.toFixed(value < 10 ? 2 : 1)
  const must = [...(most === undefined ? [] : [`at most ${most.toLocaleString('en')}`]), ...(least === undefined ? [] : [`at least ${least.toLocaleString('en')}`])]
  return `${holds(measured) ? '  ' : '✗ '}${name}: ${figure}${unit.startsWith('/') ? '' : ' '}${unit}${must.length > 0 ? ` (${must.join(', ')})` : ''}`
}
