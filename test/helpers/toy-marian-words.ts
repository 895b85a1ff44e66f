// The word list of the toy translation model: one Vietnamese syllable for one English word, both ways.
// It is no dictionary: each gloss is only near enough that a reader of a test's output knows the sentence again.

const lowerCase = `
của=of và=and các=the một=a không=not với=with cho=for từ=from trong=in là=is được=was những=these
này=this đó=that tôi=I chúng=we họ=they mình=ourselves người=person dân=people nhân=human tộc=nation
nước=country quốc=national gia=family đất=land thành=city làng=village nhà=house đường=road
năm=year ngày=day tháng=month tuần=week giờ=hour lúc=moment nay=today mai=tomorrow trước=before sau=after
khi=when đang=being sẽ=will đã=has vẫn=still luôn=always lại=again cũng=also chỉ=only rất=very hơn=more
nhất=most mọi=every tất=all mỗi=each nhiều=many ít=few vài=several khác=other cùng=together chung=common
lớn=great nhỏ=small mới=new cũ=old tốt=good xấu=bad đẹp=beautiful mạnh=strong yếu=weak dài=long ngắn=short
cao=high thấp=low xa=far gần=near đầy=full sâu=deep rộng=wide nhanh=fast chậm=slow ấm=warm lạnh=cold
hai=two ba=three bốn=four sáu=six bảy=seven tám=eight chín=nine mười=ten trăm=hundred nghìn=thousand
đầu=first cuối=last giữa=between dưới=under trên=above ngoài=outside quanh=around
chính=government phủ=cabinet quyền=right luật=law đảng=party viên=member tịch=chairman trưởng=minister
quân=army đội=team lính=soldier chiến=war trận=battle thắng=victory giặc=enemy súng=gun tàu=ship
hòa=peace bình=calm tự=self độc=independent lập=standing thống=united giải=liberation phóng=release
hữu=friendly nghị=meeting bạn=friend tình=friendship đồng=comrade chí=will-power anh=brother
hợp=cooperation tác=work giúp=help đỡ=support trợ=aid viện=assistance ủng=backing
yêu=love mến=dear quý=precious kính=respected trọng=respect tôn=honour biết=know ơn=gratitude
nhớ=remember quên=forget nghĩ=think nói=say viết=write đọc=read nghe=hear thấy=see tin=believe
muốn=want cần=need phải=must nên=should làm=make xây=build dựng=construct giữ=keep bảo=protect vệ=defend
đi=go đến=to tới=toward về=about qua=through lên=up xuống=down vào=into ra=out rút=withdraw khỏi=off
gửi=send nhận=receive đưa=bring lấy=take mở=open đóng=close bắt=begin dừng=stop tiếp=continue
phát=develop triển=growth tăng=increase củng=strengthen cố=firm tiến=advance trình=process
kinh=economic tế=trade văn=culture hóa=change học=study sách=book báo=newspaper thư=letter tiếng=language
chữ=word câu=sentence tên=name tuổi=age lời=speech tuyên=declare bố=announce quyết=decide định=resolve
thỏa=agreement ước=treaty hiệp=pact lực=force lượng=quantity sức=strength khỏe=health sống=life
chết=death sinh=birth con=child mẹ=mother cha=father vợ=wife chồng=husband bà=woman ông=man
tay=hand mắt=eye tim=heart lòng=feeling máu=blood mặt=face vai=shoulder chân=foot
trời=sky biển=sea sông=river núi=mountain rừng=forest mưa=rain gió=wind nắng=sun trăng=moon sao=star
lửa=fire hoa=flower cây=tree cỏ=grass lúa=rice cá=fish chim=bird ngựa=horse chó=dog mèo=cat
đỏ=red xanh=green vàng=gold trắng=white đen=black
thế=world giới=border tương=future lai=coming cuộc=struggle đấu=fight tranh=contest
đúng=correct sai=wrong thật=true giả=false sẵn=ready sàng=willing nếu=if vì=because nhưng=but hoặc=or
thì=then rằng=which ai=who gì=what đâu=where bao=how như=like bởi=by tại=at lịch=history sử=chronicle
truyền=tradition lễ=ceremony chúc=wish mừng=congratulate thăm=visit đón=welcome chào=greet cảm=thank
trường=school lớp=class thầy=teacher trò=pupil xe=bus cầu=bridge chợ=market cửa=door bàn=table ghế=chair
đoàn=delegation ban=committee hội=society công=labour nông=farming nghiệp=industry máy=machine
tiền=money giá=price mua=buy bán=sell ăn=eat uống=drink ngủ=sleep chạy=run đứng=stand ngồi=sit
muôn=ten-thousand đời=lifetime vĩ=grand đại=big vĩnh=eternal cửu=everlasting
`;

/** Pairs whose letter case is part of the pair: names, and words that a capital letter turns into one. */
const asWritten = `
Liên=Soviet Xô=Union Triều=Korea Tiên=North Nhật=Japan Mỹ=America Nga=Russia Việt=Vietnam
Bình=Pyong Nhưỡng=yang Cộng=Republic Hòa=Democratic Đại=Generalissimo Tôi=My Đức=Germany Pháp=France
`;

export type WordPair = readonly [vi: string, en: string];

function pairsOf(list: string): readonly WordPair[] {
  return list
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [vi, en] = entry.split('=');
      if (!vi || !en) {
        throw new Error(`toy word list: ${entry}`);
      }
      return [vi.normalize('NFC'), en] as const;
    });
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** All pairs, with those that begin a sentence; no word stands in two pairs. Throws where the list is wrong. */
export function toyWordPairs(): readonly WordPair[] {
  const pairs = [...pairsOf(asWritten), ...pairsOf(lowerCase)];
  const used = new Set<string>();
  for (const word of pairs.flat()) {
    if (used.has(word)) {
      throw new Error(`toy word list: ${word} stands in two pairs`);
    }
    used.add(word);
  }
  for (const [vi, en] of pairsOf(lowerCase)) {
    const pair = [capitalised(vi), capitalised(en)] as const;
    if (pair.every((word) => !used.has(word))) {
      pairs.push(pair);
      for (const word of pair) {
        used.add(word);
      }
    }
  }
  return pairs;
}
