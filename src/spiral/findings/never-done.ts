import type { Finding, Said } from './finding.ts'

/** Words of procedures whose failure is grave; these pages come first. */
const GRAVE =
  /\b(?:recover\w*|restor\w+|roll ?back|rotat\w+|revok\w+|emergenc\w+|incident\w*|outage\w*|breach\w*|disaster\w*|fail ?over|evacuat\w+|leak\w*|compromis\w+|delet\w+|migrat\w+|deploy\w*|releas\w+|alarm\w*|safety|shut ?down|escalat\w+|lost|stolen)\b/i
const TO_DO =
  /\b(?:how to|guide to|set(?:ting)? up|steps?|procedure|process|runbook|playbook|checklist|instructions?|manual|walkthrough|in case of|what to do)\b/i
const DONE =
  /\b(?:last|first|previously) (?:done|run|tested|performed|exercised|rehearsed|carried out|used)\b|\b(?:done|tested|performed|rehearsed|exercised|verified|carried out|completed) (?:by|on|in) (?:\p{Lu}|\d)|\b(?:tested|done|ran|run) (?:it )?on \d|\bchange ?log\b|\brecord of (?:runs|tests|exercises)\b/iu
const VERBS =
  'Add Agree Allow Apply Approve Ask Assign Attach Back Book Bring Build Calculate Call Change Check Choose' +
  ' Clean Clear Click Clone Close Collect Commit Complete Configure Confirm Connect Consider Contact Copy' +
  ' Create Decide Define Delete Deploy Disable Discuss Document Download Drag Draw Edit Email Enable Ensure' +
  ' Enter Escalate Establish Estimate Execute Export Extract Fill Find Fix Follow Generate Get Give Go Grant' +
  ' Hold Identify Import Inform Insert Inspect Install Investigate Invite Isolate Keep Launch Let List Load' +
  ' Locate Log Look Make Mark Measure Merge Monitor Move Navigate Note Notify Observe Open Order Paste' +
  ' Perform Pick Place Plan Post Prepare Press Prioritise Prioritize Produce Provide Publish Pull Push Put' +
  ' Quit Raise Read Rebase Rebuild Record Register Release Remove Rename Replace Report Request Reset' +
  ' Resolve Restart Restore Retrieve Return Review Revoke Right-click Roll Rotate Run Save Scan Scroll' +
  ' Search Select Send Set Share Show Shut Sign Specify Start Stop Store Submit Switch Tag Take Talk Tap' +
  ' Tell Test Track Transfer Turn Type Uninstall Unplug Update Upgrade Upload Use Validate Verify View Visit' +
  ' Wait Walk Warn Wash Watch Wear Write'
const VERB_FIRST = new RegExp(
  `^(?:(?:first|then|next|finally|now|once|if|when|on|in|from|under|at|to)\\b[^,]*,\\s*(?:then )?)?(?:${VERBS.replaceAll(' ', '|')})\\b`,
  'i',
)

/** Finds procedures of which no sentence records that anybody did them. */
export function neverDone(said: readonly Said[]): Finding[] {
  const found = said.flatMap(stepsNobodyDid)
  // A folder with very many procedures is a manual for others; only grave ones are reported.
  const manual = found.length > Math.max(5, said.length * 0.08)
  return manual ? found.filter(({ weight }) => weight > 0.7) : found
}

function stepsNobodyDid(one: Said): Finding[] {
  const { document, sayings } = one
  if (sayings.some(({ words }) => DONE.test(words))) return []
  const steps = longestSteps(sayings)
  const [first, last] = [steps[0], steps.at(-1)]
  if (!first || !last || steps.length < 3) return []
  const section = first.section === document.title ? document.title : first.section
  const about = `${document.title} ${section}`
  const grave = GRAVE.test(section) ? 1 : GRAVE.test(document.title) ? 0.9 : 0.65
  const meant = TO_DO.test(about) ? 1 : 0.85
  const named = section === document.title ? `“${section}”` : `“${section}” in “${document.title}”`
  return [
    {
      kind: 'never-done' as const,
      about: section || document.title,
      line: `${named} is ${steps.length} steps for somebody to do, and nothing here records that anybody has.`,
      words: [first.words, last.words],
      where: [{ path: document.path, fromLine: first.fromLine, toLine: last.toLine }],
      button: 'Who has done this?',
      weight: grave * meant * Math.min(1, 0.75 + steps.length / 20),
    },
  ]
}

/** Under a heading that announces steps, fewer list items need to begin with a verb. */
const leastVerbs = (section: string) =>
  GRAVE.test(section) || TO_DO.test(section) || /\bworkflow\b/i.test(section) ? 0.5 : 0.8

/** The longest numbered list under one heading in which most items begin with a verb. */
function longestSteps(sayings: Said['sayings']): Said['sayings'][number][] {
  let [run, verbs]: [Said['sayings'][number][], number] = [[], 0]
  let best = { run, length: 0 }
  for (const saying of sayings) {
    if (saying.kind === 'heading' || (run[0] && run[0].section !== saying.section)) [run, verbs] = [[], 0]
    if (saying.kind !== 'step' || saying.fromLine <= (run.at(-1)?.toLine ?? 0)) continue
    const says = VERB_FIRST.test(saying.words)
    if (run.length === 0 && !says) continue
    run.push(saying)
    if (says) verbs++
    const most = verbs >= run.length * leastVerbs(saying.section)
    if (most && run.length > best.length) best = { run, length: run.length }
  }
  return best.run.slice(0, best.length)
}
