// Which of the two languages the interface speaks.
import type { Handlers } from '../contract/contract.ts';
import type { Language } from '../corpus/document.ts';
import { systemLanguage } from './system-language.ts';

/** The reader's choice, else the system's language, whose BCP 47 tag is given. */
export function interfaceLanguage(chosen: Language | null, systemTag: string): Language {
  return chosen ?? systemLanguage(systemTag);
}

/** As {@link interfaceLanguage}, the choice being the one that is kept in a workspace; what cannot be read is no choice. */
export async function languageOfWorkspace(
  handlers: Pick<Handlers, 'settings.get'>,
  systemTag: string,
): Promise<Language> {
  const settings = await handlers['settings.get']({});
  const chosen = settings.ok ? settings.value.preferences.interfaceLanguage : null;
  return interfaceLanguage(chosen, systemTag);
}
