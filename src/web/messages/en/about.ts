/** English for the screen of About. */
export const about = {
  title: 'The thinking behind it',
  lead: 'People know things that no document holds; documents hold things that nobody has taken in. Ikujiro Nonaka and Hirotaka Takeuchi described how the one becomes the other, round after round, and called it a spiral. Whorl makes each of its four turns a short thing to do.',
  turns: {
    socialisation: {
      name: 'Socialisation',
      text: 'Knowing passes from one to another without having to be said first: by showing, watching, working side by side. Here: one asks, the other shows for ten minutes, and both say that it happened.',
    },
    externalisation: {
      name: 'Externalisation',
      text: 'What somebody knows is put into words. Here: an answer becomes lines, each with the words it came from and when it holds, and the one who said them checks every line before anybody else sees it.',
    },
    combination: {
      name: 'Combination',
      text: 'Words from several mouths are brought together and ordered. Here: the page, where every paragraph says what it was made from.',
    },
    internalisation: {
      name: 'Internalisation',
      text: 'What is written becomes something one can do again. Here: recalling it, and doing it with somebody there who saw it. Reading alone is not it.',
    },
  },
  whorl:
    'One time round, through all four, closes a whorl. It explains where a topic is stuck. It is not a target, and nothing here counts people.',
  critique:
    'The model has been questioned, and fairly: saying a thing changes it, and not all knowing can be said. So Whorl keeps the words beside the sentence, lets a line be “shown, not said”, and never takes a page for the knowing.',
  sources: 'Where this comes from',
  works: [
    'Ikujiro Nonaka: “A Dynamic Theory of Organizational Knowledge Creation”, Organization Science 5 (1), 1994.',
    'Ikujiro Nonaka and Hirotaka Takeuchi: The Knowledge-Creating Company, Oxford University Press, 1995.',
    'Ikujiro Nonaka and Noboru Konno: “The Concept of ‘Ba’”, California Management Review 40 (3), 1998.',
    'Michael Polanyi: The Tacit Dimension, 1966.',
    'Stephen Gourlay: “Conceptualizing Knowledge Creation: A Critique of Nonaka’s Theory”, Journal of Management Studies 43 (7), 2006.',
  ],
}
