// Finds a model that has begun to say the same thing again and again, as small models do on input they do not know.

/** The longest stretch that is looked at as one repeated thing, in tokens. */
const longestPeriod = 12;
/** So many tokens must be repetition before it counts: "ha ha ha" is speech. */
const fewestTokens = 8;
/** What may be said so often in a row without a model in the source. */
const tolerated = 3;

export interface Loop {
  /** The length of what is repeated, in tokens. */
  readonly period: number;
  readonly repeats: number;
}

/** How many times the last `period` tokens stand in a row at the end. */
function repeatsAtEnd(tokens: readonly number[], period: number): number {
  let matching = 0;
  for (let index = tokens.length - 1; index >= period; index -= 1) {
    if (tokens[index] !== tokens[index - period]) {
      break;
    }
    matching += 1;
  }
  return 1 + Math.floor(matching / period);
}

/** How often anything is said in a row in a source text, at the most: its translation may do the same. */
export function mostRepeats(tokens: readonly number[]): number {
  let most = 1;
  for (let period = 1; period <= longestPeriod; period += 1) {
    let matching = 0;
    for (let index = period; index < tokens.length; index += 1) {
      matching = tokens[index] === tokens[index - period] ? matching + 1 : 0;
      most = Math.max(most, 1 + Math.floor(matching / period));
    }
  }
  return most;
}

/** The loop that the tokens end in, or null. `sourceRepeats` is the source's {@link mostRepeats}. */
export function findLoop(tokens: readonly number[], sourceRepeats: number): Loop | null {
  for (let period = 1; period <= longestPeriod; period += 1) {
    const repeats = repeatsAtEnd(tokens, period);
    if (repeats > Math.max(tolerated, sourceRepeats) && repeats * period >= fewestTokens) {
      return { period, repeats };
    }
  }
  return null;
}

/** The tokens without the loop they end in: said once, or as often as the source says anything. */
export function cutLoop(
  tokens: readonly number[],
  loop: Loop,
  sourceRepeats: number,
): readonly number[] {
  const surplus = loop.repeats - Math.min(loop.repeats, sourceRepeats);
  return tokens.slice(0, tokens.length - surplus * loop.period);
}
