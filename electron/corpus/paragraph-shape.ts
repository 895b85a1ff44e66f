// What can be told of a paragraph from its looks alone: headline, display line, date line, running text.

const closers = String.raw`["'”’»)\]]*`;
const endsLikeSentence = new RegExp(`[.!?…:;]${closers}$`);
const endsLikeProse = new RegExp(`[.!?…:]${closers}$`);

const longestLine = 120;
const longestHeadline = 200;
const shortestProse = 60;
/** Longer than this it is running text however it ends. */
const longestUnfinished = 240;

/** Running text: long enough and ending as a sentence does. */
export function isProse(paragraph: string): boolean {
  return (
    paragraph.length > longestUnfinished ||
    (paragraph.length >= shortestProse && endsLikeProse.test(paragraph))
  );
}

/** Fit to be a title: of some words, not too long, no full stop, neither address nor salutation nor date. */
export function isHeadline(paragraph: string): boolean {
  return (
    paragraph.length <= longestHeadline &&
    /\p{L}/u.test(paragraph) &&
    !/[.,:;]["'”’»)\]]*$/.test(paragraph) &&
    !isDateLine(paragraph) &&
    !isSalutation(paragraph) &&
    !/^[\p{Ll}–—-]/u.test(paragraph) &&
    !/^(?:date|from|to|re|subject|ngày|từ|về việc|v\/v|số|no)\s*[:.]/iu.test(paragraph)
  );
}

/** Set as a line of its own: address, salutation, signature, place and date, a line of verse; not a sentence. */
export function isDisplayLine(paragraph: string): boolean {
  return (
    paragraph.length <= longestLine &&
    (!endsLikeSentence.test(paragraph) || isSalutation(paragraph) || isDateLine(paragraph))
  );
}

/** "Dear friends," and "Kính gửi ...": how a letter begins. Questions and full sentences are none. */
function isSalutation(paragraph: string): boolean {
  return (
    paragraph.length <= longestLine &&
    !/[.?…]["'”’»)\]]*$/.test(paragraph) &&
    (/^(?:my )?(?:dear|dearest|comrades?|ladies and gentlemen|fellow|your excellency|to (?:his|her|the) )(?!\p{L})/iu.test(
      paragraph,
    ) ||
      /^(?:kính (?:gửi|thưa|chào)|thưa|gửi(?: tới| đến)?|hỡi)(?!\p{L})/iu.test(paragraph) ||
      /(?<!\p{L})(?:thân mến|kính mến|yêu quý|thân yêu|kính yêu|quý mến)\s*[!,:.]?$/iu.test(
        paragraph,
      ))
  );
}

const month = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const vietnameseMonth = String.raw`tháng\s+(?:\d{1,2}|giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?:\s+(?:một|hai))?|chạp)`;
const dates = [
  String.raw`${month}\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}`,
  String.raw`\d{1,2}(?:st|nd|rd|th)?\s+${month},?\s+\d{4}`,
  String.raw`\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}`,
  String.raw`\d{4}-\d{2}-\d{2}`,
  String.raw`(?:ngày\s+)?\d{1,2}\s+${vietnameseMonth}(?:,?\s+(?:năm\s+)?\d{4})?`,
];
const weekday =
  '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)';
// A place before the date: a few capitalised words and a comma.
const dateLine = new RegExp(
  String.raw`^(?:\p{L}[^,.!?\d]{0,40},\s+)?(?:${weekday},?\s+)?(?:${dates.join('|')})\.?$`,
  'iu',
);

/** A date and nothing else but a place before it: "Hà Nội, ngày 2 tháng 9 năm 1945". */
export function isDateLine(paragraph: string): boolean {
  return paragraph.length <= 80 && dateLine.test(paragraph);
}
