// The border of the core: every shell hands what a page sent to `dispatch`, which checks and answers it.
import * as v from 'valibot';
import { type CallName, calls, type Handlers } from './contract.ts';
import { fail, type Result } from './result.ts';

/**
 * Answers one call from a page. `name` and `input` are whatever came over the wire: an unknown name or an
 * input that its schema refuses gives `invalid-request`; a bug in a handler is logged and gives `internal`.
 */
export async function dispatch(
  handlers: Handlers,
  name: unknown,
  input: unknown,
  log: (message: string) => void,
): Promise<Result<unknown>> {
  if (typeof name !== 'string' || !Object.hasOwn(calls, name)) {
    return fail('invalid-request', { call: String(name), detail: 'unknown call' });
  }
  const callName = name as CallName;
  const checked = v.safeParse(calls[callName].input, input);
  if (!checked.success) {
    const [issue] = checked.issues;
    const detail = [v.getDotPath(issue), issue.message].filter(Boolean).join(': ');
    return fail('invalid-request', { call: callName, detail });
  }
  try {
    // The schema has just proved that the input is this handler's.
    const handler = handlers[callName] as (input: unknown) => Promise<Result<unknown>>;
    return await handler(checked.output);
  } catch (error) {
    log(`${callName} failed: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
    return fail('internal', {});
  }
}
