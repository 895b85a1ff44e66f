// The outcome of whatever may fail in an expected way. A bug throws; an expected failure is a value.
import type { FailureCode, FailureParams } from './failures.ts';

/** An expected failure: `code` names its sentence in resources/locales (`failures.CODE`), `params` fill it in. */
export interface Failure {
  readonly code: FailureCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };

/** A result that holds a value; `null` where there is nothing to answer. */
export function succeed<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

/** A failed result; the parameters are those that the code's sentence needs. */
export function fail<Code extends FailureCode>(
  code: Code,
  params: FailureParams<Code>,
): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error: { code, params } };
}

/** For the end of a switch over a closed union: does not compile while a case is missing. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
