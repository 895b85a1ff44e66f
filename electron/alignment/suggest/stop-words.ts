// Words too common to tell passages apart, whatever the two texts are about.
import type { Language } from '../../corpus/document.ts';
import { foldText } from '../../search/folding.ts';
import { tokensOf } from '../aligner/tokens.ts';
import { stemsOf } from '../aligner/words.ts';

const vietnamese = `
và|là|của|một|các|trong|được|ở|này|có|đã|những|để|khi|vào|với|có thể|cho|người|từ|đến|không|về|sẽ|việc|nhiều|trên|tại
hoặc|ra|đó|chúng|rằng|nhưng|bạn|chỉ|khác|sự|hơn|mà|như|vì|ông|bà|bị|phải|theo|cũng|nên|thường|ta|đầu|tôi|lên|cách|bằng
trước|sau|một số|nào|nói|lại|nó|họ|nhất|rất|khoảng|điểm|thì|đi|qua|tiên|còn|ấy|hay|nếu|cuộc|nơi|dù|phần|chính|điều|cả|mỗi
làm|bởi|cái|đều|loại|vụ|cùng|bộ|vẫn|thời|thể|do|con|không có|dưới|thế|tay|mặt|công|đây|những người|gian|đối|giữa|lần|thứ
tất|gần|đã được|định|tới|thức|giới|thành|khỏi|lực|địa|chủ|đề|bên|đặc|hợp|rồi|cần|tính|từng|thấy|đã bị|giống|của mình|tạo
tình|tác|cố|ngoài|vị|lý|bản|kỷ|hình|vấn|sang|kế|đổi|hoá|dài|lượng|sau đó|có một|nằm|lúc|cuối|xuống|thực|trở nên|rất nhiều
vật|chất|biệt|lập|số|ai|gì|mình|sử|tập|đang|rất|ngày|năm|tháng|nước|dân|nhân|chúng tôi|chúng ta|của chúng tôi|của tôi
đồng thời|cũng như|như vậy|tuy nhiên|tất cả|toàn|toàn bộ|mọi|hết|nữa|luôn|ngay|đã có|là một|của một|trong một|để lại|nay
hôm nay|hai|ba|bốn|sáu|bảy|tám|chín|mười|trăm|nghìn|triệu|tỷ|xin|hãy|đừng|chưa|chẳng|bao giờ|nhau|lẫn|vậy|thôi|dịp|đưa
lấy|gửi|giờ|phút|phía|nhờ|trở thành|tiếp tục|tiếp|bày tỏ|thông qua|cá nhân|đồng chí|các bạn|quý|em|anh|chị|cô|chú|bác`;

const english = `
the of and to in a is that on for was are with it as at be or from by this have you they one an not i but which had
were will there their all more most only we up who many other been his also some than no out your after said if
about into so them over would while do then my because make these well even very our just often during off any each
where being today both us what way those between last made take become long include get however see end thing back around
me like through since still once now every before under part used later such must use found come put allow how go same another
has he when can its has had her she him could should may might shall did does done down let much although able though until few
am along right lot little own upon within without against among towards toward per via yet ever again too here year day time
first two three four five six seven eight nine ten hundred thousand million billion new more people country say tell give given
third second next away nor not already always never`;

/** Folded Vietnamese words and English stems, as aligner/words.ts makes them. */
export const stopWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  vi: new Set(
    vietnamese
      .trim()
      .split(/[|\n]/)
      .map((word) => foldText(word, 'modern').text),
  ),
  en: new Set(stemsOf(tokensOf(english))),
};
