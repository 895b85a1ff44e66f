// How a feature's api.ts states one call from the page to the core.
import type * as v from 'valibot';

/** One call: the schema that its argument object must meet, and (as a type only) the value it answers. */
export interface Call<Schema extends v.GenericSchema, Value> {
  readonly input: Schema;
  readonly value?: Value;
}

/** `call<Value>()(schema)`: the value's type is stated, the input's is inferred from the schema. */
export function call<Value>() {
  return <Schema extends v.GenericSchema>(input: Schema): Call<Schema, Value> => ({ input });
}
