// How a name of the table is written today.
import type { NameEntry } from '../../alignment/names.ts';
import type { Language } from '../../corpus/document.ts';

/** Where the table begins with an older Vietnamese name: what newspapers write now. */
const usual: Readonly<Record<string, string>> = {
  Moscow: 'Mát-xcơ-va',
  ...Object.fromEntries(
    (
      'Argentina|Berlin|Brazil|Indonesia|Leningrad|London|Malaysia|Mexico|New York|New Zealand|Paris|Philippines|' +
      'San Francisco|Seoul|Siberia|Singapore|Tokyo|Vladivostok|Washington'
    )
      .split('|')
      .map((name) => [name, name]),
  ),
};

/** The spelling for a text of today in that language. */
export function usualName({ vi, en }: NameEntry, language: Language): string {
  const [vietnamese = '', english = ''] = [vi[0], en[0]];
  return language === 'en' ? english : (usual[english] ?? vietnamese);
}
