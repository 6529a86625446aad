/** How well one colour reads on another, as WCAG 2 counts it. */

/**
 * @param colours as browsers compute them: `rgb(25, 27, 34)`
 * @returns the ratio with one decimal, rounded down: 4.49 is not 4.5
 */
export function contrast(...colours: readonly [string, string]): string {
  const [darker = 0, lighter = 0] = colours.map(luminance).toSorted((one, other) => one - other)
  return (Math.floor(((lighter + 0.05) / (darker + 0.05)) * 10) / 10).toFixed(1)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((channel) =>
    linear(Number(channel) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}
