/*
 * What the search of the theme does with words as people type them. It goes behind the theme's own worker, whose index it asks.
 *
 * Words that say nothing are left out where others remain. A word that no page has is searched for as the pages spell it, or by
 * its beginning. Two words that pages write as one are searched for as one as well. A whole word counts more than a longer one
 * that begins with it.
 */
(({ Index, TokenSet, stopWordFilter }) => {
  const NAMES = new Set(["all", "get", "how", "not", "own", "who", "why"]); // the theme's list leaves them out; here they say something
  const EMPTY = new Set([
    ...["mean", "means", "need", "set", "use", "using", "want"],
    ...["av", "den", "det", "en", "er", "et", "hva", "hvordan", "jeg", "kan", "med", "og", "på", "som", "til"],
  ]);
  const TYPED = /^[^\s+\-~^:]+\*$/; // a term as the theme asks for it, without a mark that a reader gave it
  const SHORT = 4; // shorter words have too many neighbours
  const LONG = 7; // longer words may have two letters wrong
  const ENDING = /(?:ing|ed)$/;
  const WHOLE = 4; // how much more a whole word counts than one that begins with it
  const search = Index.prototype.search;

  const isEmpty = (word) => !NAMES.has(word) && (EMPTY.has(word) || !stopWordFilter(word));

  /** The words of the index that a pattern with wildcards or a set of spellings fits. */
  const found = (index, set) => index.tokenSet.intersect(set).toArray();

  const isKnown = (index, word) => found(index, TokenSet.fromString(`${word}*`)).length > 0;

  /** In how many places a word of the index is. */
  function places({ invertedIndex, fields }, word) {
    return fields.reduce((sum, field) => sum + Object.keys(invertedIndex[word][field]).length, 0);
  }

  /** The word to ask for instead of one that no page has, if there is one. */
  function instead(index, word) {
    for (const wrong of [1, 2].slice(0, word.length < SHORT ? 0 : word.length < LONG ? 1 : 2)) {
      const near = found(index, TokenSet.fromFuzzyString(word, wrong)).filter((other) => other[0] === word[0]);
      if (near.length > 0) {
        return near.sort((one, other) => places(index, other) - places(index, one)).slice(0, 1);
      }
    }
    for (let end = word.length - 1; end > Math.max(SHORT, word.length / 2); end -= 1) {
      if (isKnown(index, word.slice(0, end))) return [word.slice(0, end)];
    }
    return [];
  }

  Index.prototype.search = function (query) {
    const terms = query.split(" ");
    if (!terms.every((term) => TYPED.test(term))) return search.call(this, query);
    const words = terms.map((term) => term.slice(0, -1).toLowerCase());
    const telling = words.filter((word) => !isEmpty(word));
    const asked = telling.length > 0 ? telling : words;
    const joined = asked.slice(1).map((word, at) => asked[at] + word).filter((word) => isKnown(this, word));
    const spelt = asked.flatMap((word) => (isKnown(this, word) ? [word] : instead(this, word)));
    const stems = asked.map((word) => word.replace(ENDING, "")).filter((stem) => !asked.includes(stem) && stem.length >= SHORT);
    const whole = spelt.map((word) => `${word}${word in this.invertedIndex ? "" : "*"}^${WHOLE}`);
    return search.call(this, [...whole, ...[...spelt, ...stems, ...joined].map((word) => `${word}*`)].join(" ") || query);
  };
})(self.lunr);
