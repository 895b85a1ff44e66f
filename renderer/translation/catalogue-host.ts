// Where a model of the catalogue comes from, for the reader.
import type { CatalogueEntry } from '../../electron/translation/catalogue/catalogue.ts';

/** The host that is asked first. */
export function hostOf({ files, hosts }: CatalogueEntry): string {
  const [file] = files;
  return file === undefined ? (hosts[0] ?? '') : new URL(file.url).hostname;
}

/** The others that it may send the request on to. */
export function otherHosts(entry: CatalogueEntry): readonly string[] {
  return entry.hosts.filter((host) => host !== hostOf(entry));
}
