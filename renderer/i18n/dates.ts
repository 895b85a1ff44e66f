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
