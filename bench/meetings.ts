/** `meetings PATH`: which turns of a meeting answer what is asked about it, against those that people marked. */
import { readFileSync } from 'node:fs'
import { wordsOf } from '../src/search/analyse.ts'
import { languageOf, stemOf } from '../src/search/language.ts'
import { type Turn, turnsThatAnswer } from '../src/search/turns-that-answer.ts'
import { type Bench, rounded } from './figures.ts'

interface Meeting {
  turns: Turn[]
  asked: { question: string; gold: Set<number> }[]
}

type Written = {
  specific_query_list: { query: string; relevant_text_span: [string, string][] }[]
  meeting_transcripts: { speaker: string; content: string }[]
}

/** Prints how many of the marked turns are among as many of the first, on average; plain BM25 over turns beside. */
export const bench: Bench = async (path) => {
  if (!path) throw new Error('Say which file: npm run bench -- meetings PATH')
  const meetings = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => readMeeting(JSON.parse(line)))
  const began = performance.now()
  const own = recall(meetings, turnsThatAnswer)
  const seconds = rounded((performance.now() - began) / 1000)
  const queries = meetings.reduce((total, { asked }) => total + asked.length, 0)
  return {
    meetings: meetings.length,
    queries,
    recall: own,
    seconds,
    peers: { bm25: { recall: recall(meetings, plainBm25) } },
  }
}

function readMeeting({ specific_query_list: asked, meeting_transcripts: turns }: Written): Meeting {
  return {
    turns: turns.map(({ speaker, content }) => ({ speaker, words: content })),
    asked: asked.map(({ query, relevant_text_span: spans }) => ({
      question: query,
      gold: new Set(
        spans.flatMap(([from, to]) =>
          Array.from({ length: Number(to) - Number(from) + 1 }, (_, n) => Number(from) + n),
        ),
      ),
    })),
  }
}

function recall(meetings: readonly Meeting[], find: (question: string, turns: readonly Turn[]) => number[]): number {
  const found = meetings.flatMap(({ turns, asked }) =>
    asked.map(
      ({ question, gold }) =>
        find(question, turns)
          .slice(0, gold.size)
          .filter((turn) => gold.has(turn)).length / gold.size,
    ),
  )
  return rounded(found.reduce((total, one) => total + one, 0) / found.length)
}

/** BM25 (1.2, .75) over turns, stemmed. */
function plainBm25(question: string, turns: readonly Turn[]): number[] {
  const language = languageOf([])
  const terms = (text: string) => [...wordsOf(text)].map(({ word }) => stemOf(word, language))
  const said = turns.map(({ words }) => terms(words))
  const average = said.reduce((total, { length }) => total + length, 0) / said.length
  const scores = said.map(() => 0)
  for (const term of new Set(terms(question))) {
    const times = said.map((words) => words.filter((word) => word === term).length)
    const having = times.filter((one) => one > 0).length
    const rarity = Math.log(1 + (said.length - having + 0.5) / (having + 0.5))
    for (const [turn, one] of times.entries()) {
      const norm = 1.2 * (0.25 + (0.75 * (said[turn]?.length ?? 0)) / average)
      scores[turn] = (scores[turn] ?? 0) + (rarity * one * 2.2) / (one + norm)
    }
  }
  return scores
    .map((score, turn) => ({ score, turn }))
    .sort((one, other) => other.score - one.score || one.turn - other.turn)
    .map(({ turn }) => turn)
}
