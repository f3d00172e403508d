import { type Costly, type Need, Refusal, unfit } from '../../ba/index.ts'
import { remembering } from '../../search/index.ts'
import { costOfReading, MOST_PAGE, shownOf, textField } from '../../text/index.ts'
import { costlyMarkdownIn } from '../compose/index.ts'
import { readPageText } from '../documents/index.ts'
import { type Rendered, renderPage } from './render-page.ts'

const MOST_HTML = 5_000_000

type ToRender = { markdown: string; title: string }

/** Costly work: renders a page's text to sanitised HTML, or refuses it. */
export const rendering: Costly<ToRender, Rendered> = {
  name: 'rendering',
  size: ({ markdown }) => costOfReading(markdown),
  work: ({ markdown, title }) => rendered(JSON.stringify([title, markdown])),
}

/** Cached, since each part of a preview is a request with the whole text. */
const rendered = remembering((asked) => {
  const [title, markdown]: [string, string] = JSON.parse(asked)
  const { front, body } = readPageText(markdown)
  const endless = costlyMarkdownIn(body)
  if (endless) throw unfit('markdown', endless.problem, endless.remedy)
  const page = renderPage(shownOf(body), title, front.has('writtenBy'))
  if (page.html.length > MOST_HTML)
    throw unfit('markdown', 'It is too long to show as one page.', 'Make several pages of it.')
  return page
}, MOST_PAGE)

/** The input of rendering; a text without a title takes its topic's. */
export const toRender = (markdown: string, topicTitle: string): ToRender => ({
  markdown,
  title: textField(readPageText(markdown).front, 'title') ?? topicTitle,
})

/**
 * The need to render a page's text. None if the text cannot be parsed, which the act refuses
 * itself, or if only the topic knows its title; then the act asks for the rendering while it runs.
 */
export function needsRendering(markdown: string, topicTitle = () => ''): Need[] {
  try {
    const input = toRender(markdown, topicTitle())
    return input.title ? [{ costly: rendering, input }] : []
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
}
