// Long work in small steps: whoever runs it may do something else in between.

/** Work that pauses often and ends in a value. */
export type Steps<Value> = Generator<undefined, Value, undefined>;

/** Does all of the work at once. */
export function runSteps<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      return step.value;
    }
  }
}
