const skipped = 'script, style, template, noscript, svg, head'
const blocks =
  /^(address|article|aside|blockquote|body|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|section|table|tbody|thead|tfoot|tr|ul)$/

/** Converts an HTML page to Markdown headings, lists and paragraphs, to be cited by line. */
export function htmlAsText(html: string): { text: string; title: string } {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const title = (page.title || page.querySelector('h1')?.textContent || '').replace(/\s+/g, ' ').trim()
  for (const node of page.querySelectorAll(skipped)) node.remove()
  const parts: string[] = []
  let words = ''
  let prefix = ''
  const endBlock = () => {
    const block = words.replace(/[ \t]*\n[ \t]*/g, '\n').trim()
    if (block) parts.push(prefix + block)
    if (block) prefix = ''
    words = ''
  }
  function walk(node: Node): void {
    if (node.nodeType === Node.TEXT_NODE) words += (node.nodeValue ?? '').replace(/\s+/g, ' ')
    if (!(node instanceof Element)) return
    const name = node.localName
    if (name === 'br') words += '\n'
    else if (name === 'pre') {
      endBlock()
      parts.push(`\`\`\`\n${(node.textContent ?? '').replace(/\n$/, '')}\n\`\`\``)
    } else if (blocks.test(name)) {
      endBlock()
      prefix = /^h[1-6]$/.test(name) ? `${'#'.repeat(Number(name[1]))} ` : name === 'li' ? '- ' : prefix
      node.childNodes.forEach(walk)
      endBlock()
      prefix = ''
    } else {
      node.childNodes.forEach(walk)
      if (name === 'td' || name === 'th') words += ' '
    }
  }
  walk(page.body)
  endBlock()
  return { text: parts.length > 0 ? `${parts.join('\n\n')}\n` : '', title }
}
