/** English for the screen of agents and their keys. */
export const agents = {
  title: 'Your agents',
  lead: 'An assistant that holds a key of yours reads here as you do. What it writes waits for you.',
  waiting: 'What waits for you',
  name: 'What do you call it?',
  make: 'Make a key',
  key: 'Its key',
  once: 'Shown this once. Whoever holds it reads as you do: give it to your assistant and to nobody else.',
  address: 'Where it connects',
  copy: 'Copy the key',
  end: 'End',
  endOf: (name: string) => `End the key of ${name}`,
  ended: (name: string) => `${name} comes in no more.`,
}
