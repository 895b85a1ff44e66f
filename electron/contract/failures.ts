// The closed list of expected failures and the parameters that each sentence needs.
// Each code has a sentence under `failures` in both locale files: what happened and what to do.

export const failures = {
  internal: [],
  'invalid-request': ['call', 'detail'],
  usage: ['detail'],
  'data-folder-unwritable': ['folder'],
  'data-folder-in-use': ['folder'],
  'disk-full': ['folder'],
  'database-damaged': ['file', 'copy'],
  'database-newer': ['file', 'found', 'known'],
  'sqlite-too-old': ['found', 'needed'],
  'corpus-manifest-unreadable': ['file'],
  'corpus-file-missing': ['file'],
  'corpus-file-unreadable': ['file'],
  'document-not-found': ['document'],
  'link-side-empty': [],
  'link-same-document': [],
  'link-segment-unknown': ['segment'],
  'link-exists': ['link'],
  'link-not-found': ['link'],
  'alignment-not-found': ['alignment'],
  'annotation-exists': ['annotation'],
  'annotation-not-found': ['annotation'],
  'annotation-without-target': [],
  'annotation-target-outside': ['document'],
  'nothing-to-undo': [],
  'nothing-to-redo': [],
  'model-none': [],
  'model-not-found': ['model'],
  'model-exists': ['model'],
  'model-built-in': ['model'],
  'model-path-missing': ['path'],
  'model-archive-unreadable': ['path'],
  'model-archive-too-large': ['path', 'limitMegabytes'],
  'model-file-missing': ['model', 'file'],
  'model-file-unreadable': ['model', 'file'],
  'model-languages-unknown': ['model'],
  'model-kind-unknown': ['model', 'kind'],
  'model-direction-missing': ['model', 'from', 'to'],
  'model-unloadable': ['model', 'detail'],
  'translator-stopped': [],
  'translation-failed': ['detail'],
  'job-not-found': [],
  'choosing-unavailable': [],
  'choosing-cancelled': [],
  'port-in-use': ['port'],
  'page-not-built': ['folder'],
  'page-without-key': [],
  'line-not-translated': ['line', 'detail'],
  unreachable: [],
} as const satisfies Record<string, readonly string[]>;

export type FailureCode = keyof typeof failures;

export type FailureParams<Code extends FailureCode> = Readonly<
  Record<(typeof failures)[Code][number], string | number>
>;
