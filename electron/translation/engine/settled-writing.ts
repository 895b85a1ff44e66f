// Names of states and bodies with the capitals that Vietnamese gives them: "Hội đồng Bộ trưởng", "Cộng hòa Nhân dân".

/** The longest of those that begin alike comes first. */
const settled = (
  'Việt Nam Dân chủ Cộng hòa|Cộng hòa Dân chủ Nhân dân|Cộng hòa Xã hội chủ nghĩa|Cộng hòa Nhân dân|Cộng hòa Dân chủ|' +
  'Cộng hòa|Hội đồng Bộ trưởng|Hội đồng Nhà nước|Hội đồng Bảo an|Hội đồng Nhân dân|Đại hội đồng|Đoàn Chủ tịch|' +
  'Xô viết Tối cao|Ban Chấp hành Trung ương|Trung ương Đảng|Bộ Chính trị|Bộ Ngoại giao|Bộ Quốc phòng|' +
  'Bộ trưởng Ngoại giao|Đảng Lao động|Đảng Cộng sản|Ủy ban Nhân dân|Quân đội Nhân dân|Mặt trận Tổ quốc|Tổ quốc|' +
  'Viện Hàn lâm Khoa học|Tổng Liên đoàn Lao động|Tổng Thư ký|Quốc khánh|Cách mạng Tháng Mười|Cách mạng Tháng Tám'
)
  .split('|')
  .flatMap((words) => (words.includes('hòa') ? [words, words.replace('hòa', 'hoà')] : [words]))
  .map(
    (words) => [words, new RegExp(`(?<![\\p{L}\\p{M}])${words}(?![\\p{L}\\p{M}])`, 'giu')] as const,
  );

/** Vietnamese text in small letters with these written as they are settled. Doing it again changes nothing. */
export function writeSettled(text: string): string {
  return settled.reduce((written, [words, pattern]) => written.replace(pattern, words), text);
}
