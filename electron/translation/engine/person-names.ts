// Tells a Vietnamese person's name from other words where capitals tell nothing: "PHẠM VĂN ĐỒNG", but "PHẠM VI".

const families = new Set(
  (
    'bùi cao chu dương đặng đinh đào đỗ hà hồ hoàng huỳnh kim lâm lê lý lương lưu mai ngô nguyễn phác phan phạm quách ' +
    'tạ tô tôn tống trần trịnh trương võ vũ vương'
  ).split(' '),
);

/** Words that begin like a family's name. */
const ordinary = new Set(
  (
    'cao cấp|cao điểm|cao độ|cao nguyên|cao su|cao tốc|cao trào|chu đáo|chu kỳ|chu vi|dương lịch|đào ngũ|đào tạo|đỗ xe|' +
    'hà khắc|hồ chứa|hồ sơ|hoàng cung|hoàng đế|hoàng gia|hoàng hậu|hoàng hôn|hoàng thành|hoàng tử|kim chỉ|kim cương|' +
    'kim loại|kim ngạch|kim tự|lâm nghiệp|lâm nguy|lâm sản|lâm thời|lê dương|lý do|lý lịch|lý luận|lý thuyết|lý tưởng|' +
    'lương tâm|lương thực|lưu động|lưu hành|lưu niệm|lưu trữ|lưu vực|lưu ý|mai sau|mai táng|phạm nhân|phạm tội|phạm vi|' +
    'tạ ơn|tạ từ|tô điểm|tô giới|tôn chỉ|tôn giáo|tôn kính|tôn trọng|tôn vinh|tống giam|tống tiền|trần nhà|trần thuật|' +
    'trịnh trọng|trương mục|võ sĩ|võ thuật|võ trang|vũ đạo|vũ khí|vũ trang|vũ trụ|vương quốc|vương triều'
  ).split('|'),
);

/** Syllables that stand in phrases and not in names. */
const phraseWords = new Set(
  (
    'các cho chống chúng của cùng dân dưới đã đang đến để được đời gửi hãy hai ở không là mọi muôn những như năm nước phải ' +
    'quân ra sẽ ta tại tôi trên trong từ và vào về vì với'
  ).split(' '),
);

/** Whether two to four syllables, in any case, are a person's name, the family's first. */
export function looksLikePerson(syllables: readonly string[]): boolean {
  const [family = '', second = '', ...others] = syllables.map((syllable) => syllable.toLowerCase());
  return (
    others.length <= 2 &&
    second !== '' &&
    families.has(family) &&
    !ordinary.has(`${family} ${second}`) &&
    ![second, ...others].some((syllable) => phraseWords.has(syllable))
  );
}
