/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number]

/** Reads `#rrggbb` and what computed styles give: `rgb(…)` and `rgba(…)`, whose last number is how opaque it is. */
export function readColour(text: string): Rgb {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text)
  const [red, green, blue] = hex ? hex.slice(1).map((pair) => Number.parseInt(pair, 16)) : [...text.matchAll(/[\d.]+/g)].map(Number)
  if (red === undefined || green === undefined || blue === undefined) throw new TypeError(`Expected a colour like #1a1d21 or rgb(26, 29, 33), got "${text}".`)
  return [red, green, blue]
}

/** Contrast ratio, 1 to 21. WCAG 2.2, definitions "contrast ratio" and "relative luminance". */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(readColour(a)), luminance(readColour(b))].sort((x, y) => y - x)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
