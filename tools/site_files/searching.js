/*
 * What the search of the theme does with words as people type them. It goes behind the theme's own worker, whose index it asks.
 *
 * Words that say nothing are left out where others remain. A word that no page has is searched for as the pages spell it, by the
 * two words that they write instead of it, or by its beginning and its end. Two words that pages write as one are searched for as
 * one as well. A whole word counts more than a longer one that begins with it, and one of two letters, such as an operator of a
 * filter, does not mean a longer one where there are other words.
 */
(({ Index, TokenSet, stopWordFilter }) => {
  const NAMES = new Set(["all", "get", "how", "not", "own", "who", "why"]); // the theme's list leaves them out; here they say something
  const EMPTY = new Set([
    ...["api", "mean", "means", "need", "set", "use", "using", "want"],
    ...["av", "den", "det", "en", "er", "et", "hva", "hvor", "hvordan", "hvorfor", "i", "jeg", "kan", "med", "og", "om", "på", "som", "til"],
  ]);
  const TYPED = /^[^\s+\-~^:]+\*$/; // a term as the theme asks for it, without a mark that a reader gave it
  const HUMPS = /[A-Z]?[^A-Z]+|[A-Z]+/g; // the words of a name such as JsonPropertyName
  const TINY = 2; // words as short as this begin too many others
  const PART = 3; // the shortest word of two that are written as one
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

  /** The words of the index that are the nearest to a word that no page has, with so many letters wrong. */
  function near(index, word, wrong) {
    const others = found(index, TokenSet.fromFuzzyString(word, wrong)).filter((other) => other[0] === word[0]);
    return others.sort((one, other) => places(index, other) - places(index, one)).slice(0, 1);
  }

  /** The two words of pages that were written as one. The second may be the beginning of theirs. */
  function apart(index, word) {
    for (let at = word.length - PART; at >= PART; at -= 1) {
      const [first, second] = [word.slice(0, at), word.slice(at)];
      if (first in index.invertedIndex && isKnown(index, second)) return [first, second];
    }
    return [];
  }

  /** The longest beginning that a word of the pages has too, and the longest end that is one of their words. */
  function ends(index, word) {
    const longest = word.length - 1;
    const lengths = Array.from({ length: longest - SHORT }, (_, less) => longest - less);
    const beginning = lengths.filter((length) => length > word.length / 2).map((length) => word.slice(0, length));
    const end = lengths.map((length) => word.slice(-length));
    return [beginning.find((part) => isKnown(index, part)), end.find((part) => part in index.invertedIndex)].filter(Boolean);
  }

  /** The words to ask for instead of one that no page has, if there are any. */
  function instead(index, word) {
    const wrong = word.length < SHORT ? 0 : word.length < LONG ? 1 : 2;
    const ways = [
      () => (wrong > 0 ? near(index, word, 1) : []),
      () => apart(index, word),
      () => (wrong > 1 ? near(index, word, 2) : []),
      () => (word.length > SHORT ? ends(index, word) : []),
    ];
    return ways.reduce((words, way) => (words.length > 0 ? words : way()), []);
  }

  /** The words of a name with capitals inside that no page has. */
  const humps = (index, typed) => (isKnown(index, typed.toLowerCase()) ? [typed] : typed.match(HUMPS));

  Index.prototype.search = function (query) {
    const terms = query.split(" ");
    if (!terms.every((term) => TYPED.test(term))) return search.call(this, query);
    const words = terms.flatMap((term) => humps(this, term.slice(0, -1))).map((word) => word.toLowerCase());
    const telling = words.filter((word) => !isEmpty(word));
    const asked = telling.length > 0 ? telling : words;
    const joined = asked.slice(1).map((word, at) => asked[at] + word).filter((word) => isKnown(this, word));
    const spelt = asked.flatMap((word) => (isKnown(this, word) ? [word] : instead(this, word)));
    const stems = asked.map((word) => word.replace(ENDING, "")).filter((stem) => !asked.includes(stem) && stem.length >= SHORT);
    const isWhole = (word) => word in this.invertedIndex;
    const whole = spelt.map((word) => `${word}${isWhole(word) ? "" : "*"}^${WHOLE}`);
    const begun = spelt.filter((word) => spelt.length === 1 || word.length > TINY || !isWhole(word));
    return search.call(this, [...whole, ...[...begun, ...stems, ...joined].map((word) => `${word}*`)].join(" ") || query);
  };
})(self.lunr);
