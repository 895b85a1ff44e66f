// Unwraps results where a test expects success.
import type { Result } from '../../electron/contract/result.ts';

/** The value of a result; throws with the failure's code and parameters where it failed. */
export function unwrap<Value>(result: Result<Value>): Value {
  if (!result.ok) {
    throw new Error(`failed with ${result.error.code}: ${JSON.stringify(result.error.params)}`);
  }
  return result.value;
}
