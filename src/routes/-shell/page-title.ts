/** @returns a route's `head` with the title that browsers show for the page. */
export function pageTitle(title: string) {
  return { meta: [{ title: `${title} · Gatehouse` }] }
}
