// What a model says of itself: its scores, its limits, its licence and where it came from.
import { useTranslation } from 'react-i18next';
import type { ModelAbout as About, Score } from '../../electron/translation/model-about.ts';
import { formatDay } from '../i18n/dates.ts';

/** Of a folder that says nothing, nothing is drawn. */
export function ModelAbout({ about }: { readonly about: About }) {
  const { t, i18n } = useTranslation();
  const { licence, page, download, scores, limits } = about;
  return (
    <>
      <ModelScores scores={scores} />
      <ModelLimits limits={limits} />
      {licence && (
        <p className="model-facts">
          {t('models.licence', { licence: licence.name })}
          {licence.url && <small> {licence.url}</small>}
        </p>
      )}
      {page && <p className="model-facts">{t('models.described', { page })}</p>}
      {download && (
        <p className="model-facts">
          {t('models.downloaded', {
            host: download.host,
            date: formatDay(download.at, i18n.language),
            revision: download.revision.slice(0, 12),
          })}
        </p>
      )}
    </>
  );
}

export function ModelScores({ scores }: { readonly scores: readonly Score[] }) {
  const { t, i18n } = useTranslation();
  if (scores.length === 0) {
    return null;
  }
  const written = new Intl.NumberFormat(i18n.language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const cell = (value: number | null) => (value === null ? '–' : written.format(value));
  return (
    <table className="model-scores">
      <caption className="visually-hidden">{t('models.scores')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('models.score-set')}</th>
          <th scope="col">{t('models.score-direction')}</th>
          <th scope="col">chrF</th>
          <th scope="col">BLEU</th>
        </tr>
      </thead>
      <tbody>
        {scores.map(({ set, from, to, chrF, BLEU }) => (
          <tr key={`${set} ${from} ${to}`}>
            <th scope="row">{set}</th>
            <td>{`${t(`models.languages.${from}`)} → ${t(`models.languages.${to}`)}`}</td>
            <td>{cell(chrF)}</td>
            <td>{cell(BLEU)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function ModelLimits({ limits }: { readonly limits: About['limits'] }) {
  const { t, i18n } = useTranslation();
  const sentences = i18n.language === 'vi' ? limits.vi : limits.en;
  if (sentences.length === 0) {
    return null;
  }
  return (
    <ul className="model-limits" aria-label={t('models.limits')}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
