import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Markdown } from './markdown'

const shown = (text: string) => renderToStaticMarkup(<Markdown text={text} />)

describe('what is written in a document', () => {
  test('becomes headings below the page’s own, lists, tables and tasks', () => {
    expect(shown('# One')).toMatch(/^<h2[^>]*>One<\/h2>$/)
    expect(shown('- a\n- b')).toMatch(/<ul[^>]*>\s*<li>a<\/li>/)
    expect(shown('| a |\n| --- |\n| b |')).toContain('<table')
    expect(shown('- [x] sown\n- [ ] reaped')).toMatch(/Done:.*sown.*To do:.*reaped/s)
    expect(shown('a **b** *c* `d`')).toContain('<strong>b</strong> <em>c</em>')
  })

  test('is never markup: HTML stays the text it is', () => {
    const html = shown('<script>alert(1)</script> a <img src=x onerror=alert(1)> b <b>c</b>')
    expect(html).not.toMatch(/<(script|img|b)\b/)
    expect(html).toContain('&lt;script&gt;')
  })

  test('links to pages and addresses, without handing them this page', () => {
    expect(shown('[a](https://a.example/b)')).toContain(
      'href="https://a.example/b" target="_blank" rel="noopener noreferrer"',
    )
    expect(shown('write to someone@a.example')).toContain('href="mailto:someone@a.example"')
  })

  test.each([
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](java\nscript:alert(1))',
    '[a](data:text/html,<script>alert(1)</script>)',
    '[a](vbscript:x)',
    '[a](file:///etc/passwd)',
    '[a](//a.example)',
    '<javascript:alert(1)>',
    '[a][b]\n\n[b]: javascript:alert(1)',
    '![a](javascript:alert(1))',
  ])('runs nothing: %s', (text) => {
    expect(shown(text)).not.toContain('href')
  })

  test('tells no other server who reads it: a picture is a link', () => {
    const html = shown('![a seed](https://a.example/pixel.png)')
    expect(html).not.toContain('<img')
    expect(html).toContain('>Picture: a seed</a>')
  })
})
