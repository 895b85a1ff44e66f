// What page chrome looks like, in Vietnamese and English: one rule a line, each with its weight.
// A rule matches a whole paragraph; prose that merely mentions copyright or comments matches none.

/**
 * - `certain`: no author writes this into a text (a copyright line, "Translate »").
 * - `likely`: chrome in chrome's company only ("Home", "Chia sẻ", a bare address); folds nothing by itself.
 */
type Weight = 'certain' | 'likely';

/**
 * - `navigation` stands before the title (breadcrumbs, menus), `details` round it (dates, sources, captions),
 * - `list` opens a list of other articles, `note` is an editor's own paragraph, `footer` is the rest.
 */
export type ChromeGroup = 'navigation' | 'details' | 'list' | 'note' | 'footer';

export interface ChromeRule {
  readonly group: ChromeGroup;
  readonly weight: Weight;
  readonly pattern: RegExp;
  /** Longer paragraphs do not match, in code units. */
  readonly maxLength: number;
}

const arrow = '[>»›→|▸]*';
const networks =
  '(?:facebook|twitter|x|zalo|linkedin|whatsapp|telegram|viber|pinterest|reddit|email|e-mail|youtube|instagram|tiktok|print|copy link|sao chép liên kết)';
const textNoun =
  '(?:article|transcript|text|speech|interview|essay|story|post|piece|report|statement|translation|version|letter)';
const articles = '(?:articles?|posts?|stories|news|headlines|reading|topics|links|content|videos?)';

/** The whole paragraph, case and surrounding decoration aside. */
function whole(body: string): RegExp {
  return new RegExp(String.raw`^[\s•*–-]*(?:${body})\s*[.!:…]*\s*${arrow}\s*$`, 'iu');
}

function rule(group: ChromeGroup, weight: Weight, maxLength: number, pattern: RegExp): ChromeRule {
  return { group, weight, pattern, maxLength };
}

const chromeRules: readonly ChromeRule[] = [
  // Breadcrumbs and menus.
  rule(
    'navigation',
    'certain',
    160,
    /^(?:home|homepage|front page|trang chủ|trang nhất)(?:\s*[>»›→]+\s*[^\s>»›→][^>»›→]{0,50})+$/iu,
  ),
  rule(
    'navigation',
    'certain',
    160,
    /^(?:home|homepage|front page|trang chủ|trang nhất)(?:\s*[/|•·]+\s*[^\s/|•·][^/|•·]{0,50}){2,}$/iu,
  ),
  rule(
    'navigation',
    'certain',
    200,
    /^\p{Lu}[^>»›|.:!?\d]{1,40}(?:\s+[>»›|]\s+\p{Lu}[^>»›|.:!?\d]{1,40}){2,}$/u,
  ),
  rule(
    'navigation',
    'certain',
    80,
    whole('skip to (?:main )?content|jump to content|bỏ qua nội dung|toggle navigation|menu chính'),
  ),
  rule(
    'navigation',
    'certain',
    120,
    /^(?:(?:[Pp]osted in|[Ff]iled under):? \p{Lu}|(?:Chuyên mục|Categor(?:y|ies))\s*:\s+\p{Lu})[^.!?]*$/u,
  ),
  rule(
    'navigation',
    'certain',
    600,
    /^(?:we|this (?:web ?)?site|our (?:web ?)?site|trang (?:web )?này|chúng tôi) (?:uses?|sử dụng|dùng) cookies?(?!\p{L})/iu,
  ),
  // "In North Korea, Russia": the categories of a post.
  rule(
    'navigation',
    'likely',
    80,
    /^In \p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)*(?:, \p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)*)+$/u,
  ),
  rule(
    'navigation',
    'likely',
    40,
    whole(
      'home|trang chủ|menu|search|tìm kiếm|log ?in|sign in|sign up|đăng nhập|đăng ký|register|subscribe|news|world|politics|business|sports?|culture|opinion|thời sự|thế giới|chính trị|kinh tế|xã hội|văn hóa|văn hoá|thể thao|pháp luật|giáo dục|english|tiếng việt',
    ),
  ),
  rule('navigation', 'likely', 40, whole('advertisement|advertising|sponsored|quảng cáo')),

  // Dates, sources, captions.
  rule(
    'details',
    'certain',
    240,
    /^(?:date|source|author|by|published|posted|updated|ngày|nguồn|tác giả|đăng)\s*:[^|•·]+[|•·]\s*(?:date|source|author|by|read|published|updated|ngày|nguồn|tác giả|xem|đọc|cập nhật)(?!\p{L}).*$/iu,
  ),
  rule(
    'details',
    'certain',
    120,
    /^(?:(?:first )?published|posted|(?:last )?(?:updated|modified)|đăng|cập nhật(?: lần cuối)?|xuất bản)\s*(?::|(?:on|at|by|lúc|ngày)\s)(?=.*\d)[^!?]*[^!?.]$/iu,
  ),
  rule(
    'details',
    'certain',
    200,
    new RegExp(
      String.raw`^\(?(?:this ${textNoun} |${textNoun} )?(?:was |is |has been )?(?:originally|first|previously) (?:published|appeared|posted|printed)(?:[.:]?$| (?:in|by|at|on|as|here|under|with|\d).*$)`,
      'iu',
    ),
  ),
  rule(
    'details',
    'certain',
    200,
    /^\(?(?:republished|reprinted|reposted|cross-posted) (?:from|with|by|at)\b.*$/iu,
  ),
  rule(
    'details',
    'certain',
    200,
    /^\(?(?:bài (?:viết )?(?:này )?(?:được |đã )?(?:đăng|công bố) lần đầu|đăng lại từ|dẫn lại (?:từ|theo))(?!\p{L}).*$/iu,
  ),
  rule(
    'details',
    'certain',
    80,
    whole(
      '(?:read|view|see) (?:the )?original(?: version| article| post)?(?: at source)?|(?:xem|đọc) (?:bài|bản) gốc',
    ),
  ),
  rule(
    'details',
    'likely',
    90,
    /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)[,\s][^.!?]*\d{1,4}[^.!?]*\d{1,2}[:h]\d{2}.*$/iu,
  ),
  rule(
    'details',
    'certain',
    90,
    /^[^.!?]*\d{1,2}[:h]\d{2}\s*(?:[ap]\.?m\.?)?\s*\(?(?:GMT|UTC|ICT|EST|EDT)\b.*$/iu,
  ),
  rule(
    'details',
    'certain',
    60,
    whole(
      String.raw`\d+(?:[.,]\d+)* ?(?:min(?:ute)?s? read|phút đọc|views?|lượt (?:xem|đọc)|comments?|bình luận|shares?|likes?|lượt thích)`,
    ),
  ),
  rule(
    'details',
    'certain',
    320,
    /(?:^|[.!?)\]"”] |[—–(|[]\s*)(?:[Pp]hotos?|PHOTO|[Pp]hotographs?|[Pp]hoto [Cc]redit|[Ff]ile photo|[Ii]mages?|[Vv]ideo|[Cc]redit|[Ảả]nh|[Nn]guồn ảnh)\s*(?:by\s|courtesy of\s|credit:\s|:\s|©\s?|\/\s?)\s*\p{Lu}[^.!?]{0,80}[.)\]]*$/u,
  ),
  rule(
    'details',
    'certain',
    120,
    whole(
      String.raw`(?:getty images|reuters|ap photo|ảnh minh họa|ảnh minh hoạ|illustrative (?:photo|image))(?:\s*[/|].*)?`,
    ),
  ),
  rule('details', 'likely', 120, /^(?:source|nguồn|theo)\s*:\s*\S[^.!?]*$/iu),
  rule(
    'details',
    'likely',
    60,
    whole(
      'listen to (?:this )?article|nghe (?:đọc )?bài(?: viết)?|download(?: the)? pdf|in bài(?: viết)?|print',
    ),
  ),

  // Lists of other articles.
  rule('list', 'certain', 90, /^(?:More|MORE|more) (?:from|From|FROM) \p{Lu}[^.!?]*$/u),
  rule(
    'list',
    'certain',
    70,
    whole(
      `(?:related|recent|latest|popular|more|other|similar|recommended|trending|featured|older|newer|top) ${articles}(?: (?:from|on|in) .{1,40})?`,
    ),
  ),
  rule(
    'list',
    'certain',
    70,
    whole(
      "most (?:read|viewed|popular|shared|commented)|read (?:more|next|also)|see also|you (?:may|might)(?: also)? (?:like|be interested in)|up next|editor[’']?s picks?|(?:next|previous) (?:article|post|story)",
    ),
  ),
  rule(
    'list',
    'certain',
    70,
    whole(
      'xem thêm|đọc thêm|(?:tin|bài|bài viết|nội dung) (?:liên quan|khác|mới(?: nhất)?|cũ hơn|mới hơn|nổi bật|cùng (?:chuyên mục|chủ đề))|(?:các )?tin(?: tức)? (?:khác|đọc nhiều|xem nhiều)|đọc nhiều(?: nhất)?|xem nhiều(?: nhất)?|cùng chuyên mục|có thể bạn quan tâm|bạn có thể (?:thích|quan tâm)|(?:bài|tin) (?:trước|sau|tiếp theo)',
    ),
  ),
  // A single pointer within a text says nothing of what follows it.
  rule(
    'footer',
    'likely',
    200,
    /^[>»›\s]*(?:xem thêm|đọc thêm|related|read more|read also|see also|tin liên quan)\s*[:>»›]\s*\S.*$/iu,
  ),

  // Editors' notes.
  rule(
    'note',
    'certain',
    2000,
    /^[([]?(?:editor(?:s|’s|'s|s’|s')? note|editorial note|note from the editors?|publisher[’']s note|disclaimer|lời tòa soạn|lời toà soạn|tòa soạn lưu ý|LTS|miễn trừ trách nhiệm)\s*[:.—–-]/iu,
  ),

  // Footers.
  rule(
    'footer',
    'certain',
    200,
    /^(?:copyright\s*)?(?:©|\(c\)\s*(?=(?:copyright\s*)?(?:19|20)\d\d)).*$/iu,
  ),
  rule(
    'footer',
    'certain',
    200,
    /^copyright\s*,?\s*(?:(?:19|20)\d\d|by|belongs to)\s[^?!]*[^.?!]$/iu,
  ),
  rule('footer', 'certain', 200, /^(?:19|20)\d\d(?:\s*[–-]\s*(?:19|20)\d\d)?\s*(?:©|\(c\)).*$/iu),
  rule(
    'footer',
    'certain',
    160,
    /^[^.!?;]{0,80}(?:[.|–-]\s*)?\ball rights reserved\b\W*(?:(?:www\.|https?:)\S+)?$/iu,
  ),
  rule(
    'footer',
    'certain',
    200,
    /^(?:©\s*)?(?:bản quyền(?: nội dung)?|toàn bộ bản quyền)\s*(?:©|(?:19|20)\d\d|thuộc(?: về)?|của)\s*[^?!]*[^.?!]$/iu,
  ),
  rule(
    'footer',
    'certain',
    200,
    /^(?:vui lòng |xin |đề nghị )?(?:ghi rõ nguồn|không sao chép|cấm sao chép)(?!\p{L}).*(?:phát hành|sử dụng|đăng|trích|dưới mọi hình thức|website|trang|nguồn|văn bản).*$/iu,
  ),
  rule(
    'footer',
    'certain',
    240,
    /^(?:giấy phép|số giấy phép|GPXB|GP)\s*(?:số|hoạt động|xuất bản|thiết lập|báo chí)?\s*:?.*\d+.*\/(?:GP|BC|GXN|GP-).*$/iu,
  ),
  rule(
    'footer',
    'certain',
    200,
    /^(?:category|categories|tags?|labels?|từ khóa|từ khoá|thẻ)\s*:(?=.*[|,#]).*$/iu,
  ),
  rule(
    'footer',
    'certain',
    400,
    /^[^.!?]*\|\s*(?:views|comments|tags|added by|rating|lượt xem|bình luận)\s*:.*$/iu,
  ),
  rule(
    'footer',
    'certain',
    60,
    whole(
      String.raw`(?:total )?comments?\s*[:(]\s*\d+\s*\)?|(?:ý kiến bạn đọc|bình luận)\s*[:(]\s*\d+\s*\)?|views\s*:\s*\d+|lượt xem\s*:\s*\d[\d.,]*`,
    ),
  ),
  rule(
    'footer',
    'certain',
    120,
    whole(
      'leave a (?:reply|comment)|be the first to comment|comments are closed|post (?:a )?comment|your email address will not be published.*|gửi (?:bình luận|ý kiến)(?: của bạn)?|viết bình luận|ý kiến bạn đọc|đăng nhập để (?:gửi )?bình luận',
    ),
  ),
  rule(
    'footer',
    'certain',
    160,
    whole(
      String.raw`(?:share|chia sẻ|follow us|theo dõi)(?: this| us| bài viết| chúng tôi)?(?: (?:on|via|qua|trên|lên))?\s*:?\s*${networks}(?:\s*(?:[,|/•·&+]|and|và)?\s*${networks})*`,
    ),
  ),
  rule(
    'footer',
    'certain',
    60,
    whole(
      String.raw`share this(?: ${articles})?|chia sẻ bài viết(?: này)?|${networks}(?:\s*[,|/•·]\s*${networks})+`,
    ),
  ),
  rule(
    'footer',
    'certain',
    120,
    whole(
      '(?:subscribe to|sign up for|join) (?:our |the )?(?:free |daily |weekly )*(?:newsletter|mailing list|updates?).*|get (?:our |the )?(?:latest|newsletter).*(?:inbox|e-?mail)|đăng ký (?:để )?nhận (?:bản )?tin(?: (?:qua|từ|mới|của|hằng|hàng).*)?|nhận bản tin(?: (?:qua email|miễn phí|hằng ngày|hàng ngày|mới nhất))?',
    ),
  ),
  rule(
    'footer',
    'certain',
    80,
    whole(
      '(?:start typing and )?press enter to search|type and hit enter.*|nhấn enter để tìm kiếm|select language|powered by .{1,40}|back to top|scroll to top|(?:lên|về) đầu trang|load more|view all|show more|xem tất cả|tải thêm|more articles|theme by .{1,40}',
    ),
  ),
  rule('footer', 'certain', 40, /^(?:Google )?Translate\s*[»›]$/u),
  rule(
    'footer',
    'certain',
    160,
    whole(
      String.raw`(?:privacy policy|terms of (?:use|service)|cookie policy|chính sách (?:bảo mật|quyền riêng tư)|điều khoản(?: sử dụng)?)(?:\s*[|•·/–-]\s*.{1,100})?`,
    ),
  ),
  rule(
    'footer',
    'certain',
    160,
    /^(?:tòa soạn|toà soạn|trụ sở tòa soạn|liên hệ quảng cáo|đường dây nóng|cơ quan chủ quản)\s*:\s*\S.*$/iu,
  ),
  rule(
    'footer',
    'likely',
    40,
    whole(
      'contact(?: us)?|about(?: us)?|liên hệ|giới thiệu|sitemap|sơ đồ trang|rss|share|chia sẻ|bình luận|comments?|tags?|follow us|in trang|advertise(?: with us)?',
    ),
  ),
  rule('footer', 'likely', 40, whole(networks)),
  rule('footer', 'likely', 60, /^(?:https?:\/\/|www\.)\S+$/iu),
  rule(
    'footer',
    'likely',
    160,
    /^(?:tổng biên tập|phó tổng biên tập|chịu trách nhiệm nội dung|editor-in-chief|hotline)\s*:.*$/iu,
  ),
];

/** The first rule that a paragraph meets, or null. */
export function chromeRuleOf(paragraph: string): ChromeRule | null {
  return (
    chromeRules.find(
      ({ pattern, maxLength }) => paragraph.length <= maxLength && pattern.test(paragraph),
    ) ?? null
  );
}
