// The catalogue of public models: what may be downloaded, from where, and what the reader is told before saying yes.
// resources/models/catalogue.json has this shape; docs/models.md says where its facts come from.
import * as v from 'valibot';
import { LanguageSchema } from '../../corpus/document.ts';
import { ModelIdSchema } from '../model.ts';
import { LicenceSchema, LimitsSchema, ScoreSchema } from '../model-about.ts';

/** `huggingface.co`, or `*.hf.co` for every host below a domain. */
const HostSchema = v.pipe(v.string(), v.regex(/^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*$/));

export const CatalogueFileSchema = v.strictObject({
  /** Its path in the model's folder; `about.json` is the program's own there. */
  name: v.pipe(
    v.string(),
    v.regex(/^(?:onnx\/)?[A-Za-z][\w-]*(?:\.[\w-]+)+$/),
    v.regex(/^(?!about\.json$)/i),
  ),
  url: v.pipe(v.string(), v.url()),
  sizeBytes: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** SHA-256 in hexadecimal; null where the publisher gives none: see known-files.node.ts. */
  sha256: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
});
export type CatalogueFile = Readonly<v.InferOutput<typeof CatalogueFileSchema>>;

export const CatalogueModelSchema = v.strictObject({
  /** The name of its folder, once it is installed. */
  id: ModelIdSchema,
  name: v.string(),
  publisher: v.string(),
  directions: v.pipe(
    v.array(v.strictObject({ from: LanguageSchema, to: LanguageSchema })),
    v.minLength(1),
  ),
  licence: LicenceSchema,
  /** Where the publisher describes it. */
  page: v.pipe(v.string(), v.url()),
  /** The publisher's name for this state of the files; their addresses hold it. */
  revision: v.pipe(v.string(), v.minLength(7)),
  /** The hosts that the files may come from, redirects included. */
  hosts: v.pipe(v.array(HostSchema), v.minLength(1)),
  scores: v.array(ScoreSchema),
  limits: LimitsSchema,
  /** In the order of download. */
  files: v.pipe(v.array(CatalogueFileSchema), v.minLength(1)),
});
export type CatalogueModel = Readonly<v.InferOutput<typeof CatalogueModelSchema>>;

export const CatalogueSchema = v.strictObject({ models: v.array(CatalogueModelSchema) });

/** An entry as the page shows it. */
export interface CatalogueEntry extends CatalogueModel {
  readonly sizeBytes: number;
  /** Whether a model of that id is installed. */
  readonly installed: boolean;
}

/** The bytes of all files together. */
export function sizeOf({ files }: Pick<CatalogueModel, 'files'>): number {
  return files.reduce((sum, file) => sum + file.sizeBytes, 0);
}

/** Whether a host is one of those that a catalogue's entry names. `*.hf.co` is every host below hf.co, not hf.co itself. */
export function isListedHost(host: string, hosts: readonly string[]): boolean {
  return hosts.some((listed) =>
    listed.startsWith('*.') ? host.endsWith(listed.slice(1)) : host === listed,
  );
}
