import { type Costly, type Need, Refusal, unfit } from '../../ba/index.ts'
import { endlessIn } from '../compose/index.ts'
import { readPageText, textField } from '../documents/index.ts'
import { type Rendered, renderPage } from './render-page.ts'

const MOST_HTML = 5_000_000

type ToRender = { markdown: string; title: string }

/** Renders a page's text to HTML that is safe to show, or refuses one that cannot be shown. */
export const rendering: Costly<ToRender, Rendered> = {
  name: 'rendering',
  size: ({ markdown }) => markdown.length,
  work: ({ markdown, title }) => {
    const { front, body } = readPageText(markdown)
    const endless = endlessIn(body)
    if (endless) throw unfit('markdown', endless.problem, endless.remedy)
    const rendered = renderPage(body, title, front.has('writtenBy'))
    if (rendered.html.length > MOST_HTML)
      throw unfit('markdown', 'It is too long to show as one page.', 'Make several pages of it.')
    return rendered
  },
}

/** A page's text as it is to be rendered: a text without a title has its topic's. */
export const toRender = (markdown: string, topicTitle: string): ToRender => ({
  markdown,
  title: textField(readPageText(markdown).front, 'title') ?? topicTitle,
})

/** The need to render a page's text; none where it cannot be read, which the act itself refuses. */
export function needsRendering(markdown: string, title = () => ''): Need[] {
  try {
    return [{ costly: rendering, input: toRender(markdown, title()) }]
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
}
