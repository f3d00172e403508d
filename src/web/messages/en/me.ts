/** English for the Me screen. */
export const me = {
  title: 'You',
  record: 'What is on record',
  recordMore: 'Others see only what you let stand. What you got wrong is nowhere.',
  nothing: 'Nothing yet. It begins when somebody sees you do a thing, or you recall what was said.',
  stands: 'Others may see this',
  kept: 'Only you see this',
  stoodForTopic:
    'You had let this stand for the whole topic. Which line it was of is not on record, so only you see it until you say again.',
  stoodForItsTopic:
    'You had let this stand for the whole topic. It is about this one line, so only you see it until you let it stand for the line.',
  takeBack: 'Take it back',
  letStand: 'Let it stand',
  takenBack: 'Taken back. Only you see it now.',
  stood: 'It stands. Others may see it.',
  doings: 'Done, and seen',
  doingsMore: 'What was unusual is read by the two of you, and by nobody else.',
  did: {
    me: '{topic}, on {on}: you did it, and {name} saw it.',
    them: '{topic}, on {on}: {name} did it, and you saw it.',
  },
  watched: {
    me: '{topic}, on {on}: you watched it, and {name} was there.',
    them: '{topic}, on {on}: {name} watched it, and you were there.',
  },
  unusualMine: 'What you found unusual:',
  unusualOf: (name: string) => `What ${name} found unusual:`,
  places: 'Elsewhere',
  people: 'People and areas',
  house: 'What got stuck',
  about: 'The thinking behind it',
  others: 'Other spaces',
  signOut: 'Sign out',
}
