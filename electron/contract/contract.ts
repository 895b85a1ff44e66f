// The whole contract between page and core, joined from the features: calls one way, events the other.
import type * as v from 'valibot';
import { alignmentCalls } from '../alignment/api.ts';
import { annotationCalls } from '../annotation/api.ts';
import { corpusCalls } from '../corpus/api.ts';
import { historyCalls } from '../history/api.ts';
import { settingsCalls } from '../settings/api.ts';
import { type TranslationEvents, translationCalls } from '../translation/api.ts';
import type { Call } from './call.ts';
import type { Result } from './result.ts';
import { type ShellEvents, shellCalls } from './shell.ts';

/** Page to core. */
export const calls = {
  ...shellCalls,
  ...corpusCalls,
  ...alignmentCalls,
  ...annotationCalls,
  ...historyCalls,
  ...settingsCalls,
  ...translationCalls,
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type CallInput<Name extends CallName> = v.InferOutput<Calls[Name]['input']>;
export type CallValue<Name extends CallName> =
  Calls[Name] extends Call<v.GenericSchema, infer Value> ? Value : never;

export const callNames = Object.keys(calls) as readonly CallName[];

/** Every call answered. A missing or an extra handler does not compile. */
export type Handlers = {
  readonly [Name in CallName]: Handler<Name>;
};

export type Handler<Name extends CallName> = (
  input: CallInput<Name>,
) => Result<CallValue<Name>> | Promise<Result<CallValue<Name>>>;

/** The handlers of one feature: a subset of the contract by name prefix. */
export type FeatureHandlers<Feature extends string> = {
  readonly [Name in Extract<CallName, `${Feature}.${string}`>]: Handler<Name>;
};

/** Core to page. */
export interface Events extends ShellEvents, TranslationEvents {}
export type EventName = keyof Events;

export const eventNames = [
  'shell.command',
  'shell.changed',
  'translation.progress',
  'translation.translated',
  'translation.download',
] as const satisfies readonly EventName[];

/** Tells of something that happened in the core, or is told of it: every event by its name, with its payload. */
export type Emit = <Name extends EventName>(name: Name, payload: Events[Name]) => void;
