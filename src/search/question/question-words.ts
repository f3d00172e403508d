/** The kinds of thing that answer a question: how long, when, what it is, who, where, how many. */
export type Wants = 'length' | 'time' | 'definition' | 'name' | 'place' | 'amount'

/**
 * The phrasing of each kind in English, German, French, Spanish, Japanese and Chinese; the first
 * match wins.
 */
export const ASKS: readonly { wants: Wants; as: RegExp }[] = [
  {
    wants: 'length',
    as: /^how (?:long|much time)\b|^wie (?:lange|viel zeit)\b|^(?:pendant )?combien de temps\b|^cuánto (?:tiempo|tarda|dura|demora)|どのくらい(?:の時間)?かか|どれくらい(?:の時間)?かか|何(?:分|時間|秒|日|週間)(?:間|くらい|ぐらい|ほど)?(?:かか|です)|所要時間|多长时间|多久/u,
  },
  {
    wants: 'time',
    as: /^(?:(?:on|at|since|until|by) )?(?:when|what (?:time|day)|which day) (?:is|are|was|were|do|does|did|can|may|must|should|will|shall|has|have)\b|^(?:bis |seit |ab )?wann\b|^um wie ?viel uhr|^an welchem tag|^quand\b|^[àa] quelle heure|^quel jour|^cuándo\b|^a qué hora|^qué día|いつ|何時(?!間)|何曜日|什么时候|何时|几点/u,
  },
  {
    wants: 'amount',
    as: /^how (?:many|much|often)\b|^wie (?:viele?|oft)\b|^combien\b|^cuánt[oa]s?\b|いくつ|何[個人台件回本枚度]|多少|几个/u,
  },
  { wants: 'name', as: /^(?:who|whom|to whom)\b|^we[rmn]\b|^(?:à )?qui\b|^(?:a |con )?quién(?:es)?\b|誰|谁/u },
  { wants: 'place', as: /^where\b|^wo(?:hin|her)?\b|^où\b|^d[óo]nde\b|どこ|哪里|哪儿/u },
  {
    wants: 'definition',
    as: /^what(?:'s|’s| is| are) [^?]+\??$|^what (?:does|do) [^?]+ (?:mean|stand for)\b|^was (?:ist|sind|heißt|bedeutet|bedeuten)\b|^qu['’]est-ce qu|^c['’]est quoi|^(?:¿ ?)?qué (?:es|son|significan?)\b|とは|って何|は何(?:です|でしょう|\?|？|$)|什么是|是什么/u,
  },
]

const words = (list: string) => new Set(list.split(' '))

/** The words that belong to the phrasing of a kind, not to its subject. */
export const FRAMES: Record<Wants, ReadonlySet<string>> = {
  length: words(
    'long much time take takes taken taking took last lasts lasted need needs dauert dauern dauerte lange zeit braucht brauchen combien temps prend prennent dure durent met faut cuánto tiempo tarda tardan dura duran lleva demora',
  ),
  time: words('time day happen happens viel uhr tag findet statt finden heure jour lieu hora día lugar'),
  definition: words('mean means stand stands bedeutet bedeuten heißt quoi significa significan'),
  name: words('who whom wen wem quién quiénes allowed'),
  place: words('dónde stands lies befindet trouve encuentra'),
  amount: words('many much often oft viele viel combien cuántos cuántas cuánto cuánta there'),
}

/** Further function words of questions, which the analysis keeps. */
export const EMPTY = words(
  'us me get gets got need want today ist darf dürfen muss müssen soll sollen sollte können wird unser unsere unseren uns mein meine hier denn eigentlich ' +
    'peut doit doivent faut faire fait notre nos mon ma y t il ils qu quoi debe deben hacer hace nuestro nuestra mi mis existe wann wer wem wen wohin quién cuándo dónde cuánto qué',
)

/** Prepositions that make it a question about a detail, not a definition. */
export const AROUND =
  /\s(?:of|between|for|to|from|in|on|with|by|zwischen|für|von|vom|zum|zur|mit|im|entre|pour|para|avec|con|dans|dès)\s/u
