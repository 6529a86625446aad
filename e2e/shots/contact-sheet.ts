/** One image for each page, or window on one: all of its pictures side by side, a row for each person and theme. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import type { Shot } from './take.ts'

/** How much of its width a picture gets on the sheet. */
const SCALE = 0.42

/** Writes `sheet--<name>.png` beside the pictures. */
export async function contactSheet(
  browser: Browser,
  name: string,
  shots: readonly Shot[],
  folder: string,
): Promise<void> {
  const rows = Map.groupBy(shots, ({ person, theme }) => `${person}, ${theme}`)
  const html = [...rows].map(
    ([title, row]) =>
      `<h2>${title}</h2><div>${row.map((shot) => picture(shot, folder)).join('')}</div>`,
  )
  const tab = await browser.newPage({ viewport: { width: 1200, height: 800 } })
  await tab.setContent(`<style>
    body { margin: 24px; font: 15px sans-serif; background: #888 }
    div { display: flex; gap: 16px; align-items: start }
    h2 { margin: 24px 0 8px; font-size: 15px; color: #fff }
  </style><h1>${name}</h1>${html.join('')}`)
  await tab.screenshot({ path: join(folder, `sheet--${name}.png`), fullPage: true })
  await tab.close()
}

function picture({ file, width }: Shot, folder: string): string {
  const data = readFileSync(join(folder, file)).toString('base64')
  return `<img width="${Math.round(width * SCALE)}" src="data:image/png;base64,${data}">`
}
