// Dates as the interface's language writes them, as precisely as they are known.

/** `1948-10-22`, `1948-10` or `1948` in words. */
export function formatDate(isoDate: string, language: string): string {
  const [year, month, day] = isoDate.split('-').map(Number);
  if (language === 'vi') {
    // Intl leaves out the word for the year, as a calendar would and a text would not.
    return [day, month && `tháng ${month}`, month ? `năm ${year}` : year].filter(Boolean).join(' ');
  }
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month === undefined ? {} : { month: 'long' as const }),
    ...(day === undefined ? {} : { day: 'numeric' as const }),
  }).format(new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1)));
}

/** The day of a moment (ISO 8601 with a time) where the reader is, in words. */
export function formatDay(moment: string, language: string): string {
  const date = new Date(moment);
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return formatDate(parts.join('-'), language);
}

/** The day and the time of a moment (ISO 8601) where the reader is. */
export function formatMoment(moment: string, language: string): string {
  const time = new Date(moment).toLocaleTimeString(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return `${formatDay(moment, language)}, ${time}`;
}
