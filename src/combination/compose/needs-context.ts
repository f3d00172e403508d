/** Openings of sentences that refer back to, or only continue, the sentence before. */
const NEEDS_CONTEXT =
  /^(?:however|these|those|they|their|them|such|but|and|or|so|then|also|too|instead|otherwise|therefore|thus|hence|for (?:example|instance|this|these|that)|in (?:addition|this|these|that|those|such|other words|contrast|particular|fact)|(?:with|from|at|by|after|before|beyond|besides|because of|given|once|despite|until|to do|of|on|all of|some of|most of|many of|one of|each of|both of|neither of|when|if|while) (?:this|that|these|those|them|it)\b|by contrast|additionally|moreover|furthermore|similarly|likewise|as (?:such|a result|well|a consequence|mentioned|noted|before|with)|consequently|accordingly|finally|lastly|second|secondly|third|thirdly|next|again|still|yet|nevertheless|nonetheless|on the (?:other|contrary)|meanwhile|afterwards|here|both|neither|either|another|others?\b|he|she|his|her|him|the (?:former|latter|same|above|following|other|others|rest|result)|doing (?:so|this|that)|this|that|its|it|alternatively|conversely|specifically|in short|overall|rather|even so|even then|similarly|as an example|e\.g\.|i\.e\.|more specifically|not only|to that end|to this end|same|that['’]s|it['’]s|they['’]re|there(?:fore|after|by)|ditto|plus|if (?:so|not|you do)|doing|unlike (?:this|that)|until then|in the meantime|at (?:this|that) point|when (?:this|that|it|they|done)|note that)(?![\p{L}\p{N}])/iu
/** Exceptions that can stand alone: `It is important to …`. */
const STANDS =
  /^(?:it(?:['’]s| is| was| can be| may be) (?:also )?(?:important|possible|recommended|best|better|worth|hard|easy|good|up to|your|our|never|not possible|easier|tempting|common|crucial|essential|vital)\b|both \p{L}+ and |either \p{L}+(?: \p{L}+)? or |neither \p{L}+ nor |another (?:way|option) (?:to|of)|doing (?!so|this|that|it)|it (?:department|support|team|service|staff|systems?|equipment|infrastructure)\b)/iu
const NEEDS_CONTEXT_ELSEWHERE =
  /^(?:(?:aber|dies|diese[rsmn]?|es|dabei|damit|dazu|daher|deshalb|jedoch|zum beispiel|sie|außerdem|cependant|cela|ceci|ce|ces|cette|il|elle|ils|elles|par exemple|mais|donc|ainsi|toutefois|sin embargo|esto|este|esta|estos|pero|por ejemplo|también|además)(?![\p{L}\p{N}])|これ|それ|しかし|また|そのため|たとえば|例えば|この|その|ただし|つまり|さらに|そして|したがって|なお|一方|但是|这|它|因此|例如|然而)/iu

/** Whether a sentence makes sense only after the one before it: `However, …`, `This is …`. */
export function needsContext(sentence: string): boolean {
  const words = sentence.replace(/^[\s*_"“‘(]+/, '')
  if (STANDS.test(words)) return false
  // `IT` and `US` in capitals are names.
  if (/^(?:IT|US|AND|OR)\b/.test(words)) return false
  return NEEDS_CONTEXT.test(words) || NEEDS_CONTEXT_ELSEWHERE.test(words)
}

/** Forms of sentences about their own document, or that only refer elsewhere. */
const OF_ITSELF = [
  /\b(?:this|the following|our|these) (?:guide|page|section|article|document|chapter|manual|tutorial|doc|docs|documentation|readme|file|handbook|note|table|list|video|post)s? (?:is|are|will|was|has|have|explains?|describes?|covers?|shows?|contains?|lists?|provides?|outlines?|sets? out|gives?|applies|apply|assumes?|aims?|goes|tells?|walks?|helps?|summari[sz]es)\b/i,
  /\bthis (?:\p{L}+ )?(?:guide|page|section|article|document|chapter|manual|tutorial|readme|handbook|website|documentation|wiki|blog post|vault|repo|repository)\b/iu,
  /\b(?:has|have|contains?|provides?|offers?|gives?|includes?) (?:more |further |additional |detailed )?(?:guidance|information|details?|advice|examples?|context) (?:on|about|for|related|regarding|in)\b/i,
  /^there(?:['’]s| is| are) (?:more|further|also|additional) (?:information|guidance|details?|advice|resources?)\b/i,
  /^(?:in|on|throughout|at the end of) (?:this|the (?:next|previous|following|rest of)) (?:guide|page|section|article|document|chapter|post|manual|tutorial|example|handbook|video)\b/i,
  /^(?:\W|also |please |you can |you should |you may |then )*(?:see|read|refer to|check out|click|visit|go to|view|watch|browse|find out|learn) (?:also|more|the|our|this|that|these|how|about|here|below|above|https?:|\[|[\p{Lu}`*])/u,
  /^(?:see|read|learn) [\p{L}\p{N}' -]{2,60}\.?$/iu,
  /^for [^.]{3,90}, (?:please )?(?:see|read|refer to|check|visit|go to|consult)\b/i,
  /^(?:for|to (?:learn|find|read|see|get)) (?:more|further|additional|full|other|the full|a full|complete|details?|information|an? (?:complete|detailed|overview|list))\b/i,
  /\b(?:see|refer to|read|found|described|detailed|documented|explained|listed|covered|mentioned|given|noted|discussed|outlined|consult) (?:\S+ ){0,4}(?:here|below|above)\b|\b(?:click|available|found|information|info|details?|documentation|docs|instructions|is|are|read more|more) here\)?[.!]?$/i,
  /^(?:last (?:updated|reviewed|modified)|updated on|published|reviewed on|created by|author|owner|status|version|todo|tbd|fixme|coming soon|table of contents|contents|back to|on this page|work in progress|draft)\b/i,
  /\b(?:as )?(?:shown|pictured|illustrated|depicted|seen) (?:above|below|in the)|\b(?:diagram|image|screenshot|figure|video|chart|picture|photo|table) (?:above|below|shows?|illustrates?)\b|\b(?:above|below|following) (?:diagram|image|screenshot|figure|video|chart|picture|photo)\b/i,
  /^(?:we|i)(?:['’]ll| will| are going to|['’]re going to) (?:now |also |then |first )?(?:look|see|cover|discuss|describe|explain|explore|talk|go (?:over|through)|walk|show|learn|use the following)\b/i,
  /^(?:let['’]s|let us) /i,
  /こちら(?:から|を|で|の)|(?:この|本)(?:ページ|ガイド|記事|セクション|ドキュメント)/,
  /\?\W+(?:see|read|check|go to|visit)\b/i,
  /\b(?:previous|next|last|earlier|later) (?:section|chapter|page|article|paragraph)\b/i,
]

/**
 * Whether a sentence is about its own document, or only refers elsewhere: `See the next section`.
 */
export const isAboutItsDocument = (sentence: string): boolean => OF_ITSELF.some((form) => form.test(sentence.trim()))

/** Whether a sentence refers to something mentioned before it: `We chose these languages`. */
export const refersBack = (sentence: string): boolean =>
  needsContext(sentence) || /\b(?:these|those|the above)\b/i.test(sentence)
