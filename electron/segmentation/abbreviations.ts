// Abbreviations that end in a full stop, by what may follow them. Written without their last stop.
import type { Language } from '../corpus/document.ts';

export interface Abbreviations {
  /** A name or a title follows: never the end of a sentence ("Mr.", "TS."). */
  readonly beforeName: ReadonlySet<string>;
  /** A number follows; before anything else it is a word like others ("No. 5", "tr. 12"). */
  readonly beforeNumber: ReadonlySet<string>;
  /** May end a sentence: does where a word follows that often begins one ("U.S.", "a.m.", "Co."). */
  readonly mayEnd: ReadonlySet<string>;
  /** Ends a list and, before a capital, its sentence ("etc.", "v.v."). */
  readonly endsList: ReadonlySet<string>;
  /** Words, in lower case, that often begin a sentence and seldom a name. */
  readonly starters: ReadonlySet<string>;
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter((word) => word !== ''));
}

/** Used in texts of both languages. */
const common = {
  beforeName: `Mr Mrs Ms Dr Prof St Ste Mme Mlle Messrs Gen Col Capt Lt Maj Sgt Adm Cpl Cmdr Gov Sen Rep Pres
    Rev Fr Hon Amb Supt Insp`,
  mayEnd: 'U.S U.K U.N U.S.S.R D.P.R.K D.C Ph.D M.D B.A M.A Ltd Inc Corp Co Jr Sr a.m p.m A.M P.M B.C A.D',
};

const english: Abbreviations = {
  beforeName: set(`${common.beforeName} Mt Ft Brig Vice-Adm Lieut Cdr Pvt Msgr Bp Archbp Sec-Gen vs cf viz i.e e.g ie eg
    approx ca esp incl ed eds trans ibid anon cap`),
  beforeNumber: set(
    'No Nos no nos p pp vol Vol vols ch Ch chap Chap sec Sec art Art arts Art Arts fig Fig figs Figs par para Par v vv n nn fol l ll bk Bk pt Pt',
  ),
  mayEnd: set(`${common.mayEnd} Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Ave Blvd
    Rd Sq Bros Dept Univ Assn al Esq dept est St. ft in. lb lbs oz kg km cm mm sq N.Y L.A E.U`),
  endsList: set('etc et.al'),
  starters: set(`the a an he she it they we you i his her its their our my your this that these those there here in on at
    by for from with as after before during when while since until if although though because but and or so yet then
    however moreover therefore thus later meanwhile today yesterday tomorrow once what who why how where which nor no
    not all both each every some many most several few another other such one two under over between among upon
    according despite soon now never perhaps even still only also by`),
};

const vietnamese: Abbreviations = {
  beforeName: set(`${common.beforeName} TS ThS Ths Th.S GS PGS GS.TS PGS.TS TSKH GS.TSKH BS BSCK Bs DS KS KTS LS Ls CN CVL NSND NSƯT
    NGND NGƯT ĐH CĐ THPT THCS TP Tp tp TX Tx TT Tt P Q H X Đ đ/c Đ/c ĐC Đc Nxb NXB nxb HTX HĐND UBND ĐT Tel Đt Tr.CN tr.CN
    TM KT TL TUQ Ô B Cty CTCP PV BTV Ts ks Ks bs ts ths`),
  beforeNumber: set('tr Tr t T q Q số Số c C ch Ch d Đ đ Điều Nđ p P st No no'),
  mayEnd: set(`${common.mayEnd} TCN SCN s.CN t.CN Tr.CN CN`),
  endsList: set('v.v vv V.v V.V v.v.'),
  starters: set(`ông bà anh chị em cô chú bác tôi ta chúng họ nó mình đó đây này người những các một mỗi mọi khi nếu nhưng và tuy
    mặc vì do bởi sau trước trong ngoài theo từ đến tại ở trên dưới hôm ngày tháng cuộc việc sự bên hiện cả tất nay thế
    rồi với để đồng thời song còn không chưa đã đang sẽ có là về qua giữa cùng như lúc bấy nhờ bằng phải hãy vậy
    cho cái con đối cũng chính đứng hai ba bốn nhiều toàn tuyên kể lần`),
};

export const abbreviations: Readonly<Record<Language, Abbreviations>> = {
  vi: vietnamese,
  en: english,
};
