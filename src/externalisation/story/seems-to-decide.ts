/** Words by which people tell of seeing, judging or choosing. */
const SIGNS = [
  /\b(?:decid(?:e|ed|ing)|chose|choosing|opted|went (?:for|with)|made up my mind|changed my mind|had to choose)\b/i,
  /\b(?:instead|rather than|but then|even though|held (?:off|back)|gave up on|took the risk|against the)\b/i,
  /\b(?:reali[sz]ed|noticed|spotted|suspected|sensed|guessed|figured|(?:I|we) (?:knew|thought|felt)|it struck me)\b/i,
  /\b(?:should|could|would) (?:not )?have\b|\b(?:felt|looked|sounded|smelled|was) (?:wrong|off|odd)\b/i,
  /\b(?:entschied\w*|entschlossen|beschloss\w*|gemerkt|merkte\w*|stattdessen)\b/i,
  /決め|決断|判断|選ん|選び|選ぶ|気づ|気付|気が付|おかしい|代わりに|思い切|やめた|迷っ/,
]

/** Guesses from its words whether a sentence tells of a decision; it is shown as a guess. */
export const seemsToDecide = (words: string): boolean => SIGNS.some((sign) => sign.test(words))
