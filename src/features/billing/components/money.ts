/** Amounts as people read them. The same on the server and in every browser, so that they agree. */

const FORMAT = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' })

/** @returns `€49.00` */
export function euros(cents: number): string {
  return FORMAT.format(cents / 100)
}
