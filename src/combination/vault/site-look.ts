/** The style sheet of a static site, in Whorl's colours, light and dark, with system serifs. */
export const SITE_CSS = `:root {
  color-scheme: light dark;
  --paper: #fbf8f2; --raised: #fffdf8; --ink: #22201c; --quiet: #6a6458; --line: #e6dfd1; --accent: #7a4a21; --c: #1d6f86;
  --serif: "Source Serif 4", Georgia, "Hiragino Mincho ProN", "Yu Mincho", "Noto Serif CJK JP", serif;
  --sans: Inter, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, "Hiragino Sans", "Yu Gothic", "Noto Sans CJK JP", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #181613; --raised: #201d19; --ink: #ece6da; --quiet: #a89f90; --line: #36312a; --accent: #d9a878; --c: #6fbdd3; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.65 var(--serif); }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: baseline; justify-content: space-between;
  max-width: 46rem; margin: 0 auto; padding: 1.5rem 1.25rem .5rem; font: 1rem/1.5 var(--sans); }
.home { color: var(--ink); font-weight: 600; text-decoration: none; }
form { position: relative; flex: 1 1 14rem; max-width: 20rem; }
@media (max-width: 36rem) { form { flex-basis: 100%; max-width: none; } }
input[type=search] { width: 100%; min-height: 2.5rem; padding: .4rem .8rem; border: 1px solid var(--quiet); border-radius: .75rem;
  background: var(--raised); color: inherit; font: inherit; }
#found { position: absolute; inset: 100% 0 auto; z-index: 1; margin: .25rem 0 0; padding: 0; list-style: none;
  background: var(--raised); border-radius: .75rem; box-shadow: 0 4px 24px rgb(0 0 0 / 15%); overflow: hidden; }
#found a { display: block; padding: .6rem .8rem; color: var(--ink); text-decoration: none; }
#found a:is(:hover, :focus) { background: var(--line); }
main { max-width: 38rem; margin: 0 auto; padding: 1.5rem 1.25rem 6rem; overflow-wrap: anywhere; }
h1 { margin: 1rem 0 1.5rem; font-size: 2.25rem; line-height: 1.15; font-weight: 500; text-wrap: balance; }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.4rem; font-weight: 500; }
h3 { margin: 2rem 0 .5rem; font-size: 1.15rem; }
a { color: var(--c); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.wanted { color: var(--quiet); border-bottom: 1px dashed currentColor; cursor: help; }
.cite { font: .7rem/1 var(--sans); margin-left: .1em; }
.cite a { padding: 0 .2em; text-decoration: none; }
.quiet, .contents p { color: var(--quiet); font: 1rem/1.5 var(--sans); margin: .1rem 0 0; }
.contents { padding: 0; list-style: none; }
.contents li { padding: .8rem 0; border-top: 1px solid var(--line); }
.contents.small li { padding: .3rem 0; border: 0; font: 1rem/1.5 var(--sans); }
blockquote { margin: 1.5rem 0; padding: .1rem 0 .1rem 1.25rem; border-left: 3px solid var(--line); }
.callout { margin: 1.5rem 0; padding: .1rem 0 .1rem 1.25rem; border-left: 3px solid var(--c); }
.callout.warns { border-color: var(--accent); }
.callout > * { margin: .4rem 0; }
.callout-title { font: 600 1rem/1.5 var(--sans); }
.picture, .file { padding: .15em .6em; border: 1px solid var(--line); border-radius: .4em; background: var(--raised);
  color: var(--quiet); font: .9em/1.5 var(--sans); }
.contains-task-list { padding-left: 0; list-style: none; }
.contains-task-list .contains-task-list { padding-left: 1.5rem; }
.sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
mark { padding: 0 .1em; border-radius: .2em; background: color-mix(in srgb, var(--accent) 22%, transparent); color: inherit; }
mark.unsupported { border-bottom: 2px dotted var(--accent); }
footer { margin-top: 4rem; border-top: 1px solid var(--line); font: 1rem/1.5 var(--sans); }
footer h2 { margin: 1.5rem 0 .5rem; font-size: 1.1rem; }
footer > .quiet { margin-top: 1.5rem; }
.below { margin: 0; padding: 0; list-style: none; }
.below li { padding: .2rem 0; }
.places { color: var(--quiet); }
.place { white-space: nowrap; }
pre { overflow-x: auto; padding: 1rem; border-radius: .75rem; background: var(--raised); }
pre, code { font-size: .9em; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font: 1rem/1.5 var(--sans); overflow-wrap: normal; }
th, td { padding: .4rem .8rem; border-bottom: 1px solid var(--line); text-align: left; }
.lines { padding: 0; list-style: none; font: 1rem/1.6 var(--sans); }
.lines li { display: flex; gap: 1rem; min-height: 1.6em; white-space: pre-wrap; }
.lines a { flex: 0 0 2.5rem; color: var(--quiet); text-align: right; text-decoration: none; user-select: none; }
.lines li:target { background: color-mix(in srgb, var(--c) 14%, transparent); border-radius: .25rem; }
@media print { header { display: none; } }
`

/** The script that searches titles and first sentences in the browser. */
export const SITE_JS = `{
const input = document.querySelector('input[type=search]')
const list = document.getElementById('found')
const up = document.body.dataset.top
const plain = (text) => text.normalize('NFKD').replace(/\\p{M}/gu, '').toLowerCase()
const find = () => {
  const words = plain(input.value).split(/\\s+/).filter(Boolean)
  const hits = (window.whorlPages || [])
    .map(([title, summary, href]) => {
      const [a, b] = [plain(title), plain(summary)]
      const all = words.every((word) => a.includes(word) || b.includes(word))
      return { title, href, rank: all ? words.filter((word) => a.includes(word)).length + (a.startsWith(words[0]) ? 1 : 0) : -1 }
    })
    .filter(({ rank }) => words.length > 0 && rank >= 0)
    .sort((one, other) => other.rank - one.rank)
    .slice(0, 8)
  list.replaceChildren(...hits.map(({ title, href }) => {
    const [item, link] = [document.createElement('li'), document.createElement('a')]
    link.href = up + href
    link.textContent = title
    item.append(link)
    return item
  }))
}
input.addEventListener('input', find)
input.form.addEventListener('submit', (event) => {
  event.preventDefault()
  list.querySelector('a')?.click()
})
}
`
