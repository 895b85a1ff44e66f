// Abbreviations that end in a full stop, by what may follow them. Written without their last stop.
import type { Language } from '../corpus/document.ts';

export interface Abbreviations {
  /** A name follows: never the end of a sentence ("Mr.", "TS."). */
  readonly beforeName: ReadonlySet<string>;
  /** A number follows; before anything else it is a word like others ("No. 5", "tr. 12"). */
  readonly beforeNumber: ReadonlySet<string>;
  /** May end a sentence: does where a word follows that often begins one ("U.S.", "a.m.", "Co."). */
  readonly mayEnd: ReadonlySet<string>;
  /** Ends a list and, before a capital, its sentence ("etc.", "v.v."). */
  readonly endsList: ReadonlySet<string>;
  /** Words, in lower case, that often begin a sentence and seldom a name. */
  readonly starters: ReadonlySet<string>;
  /** Verbs, in lower case, by which a speaker is named after a quotation. */
  readonly speaking: ReadonlySet<string>;
}

function set(...words: readonly string[]): ReadonlySet<string> {
  return new Set(words.flatMap((list) => list.split(/\s+/)).filter((word) => word !== ''));
}

// Found in texts of both languages.
const titles = `Mr Mrs Ms Dr Prof Ste Mme Mlle Messrs Gen Col Capt Lt Maj Sgt Adm Cpl Cmdr Gov Sen Rep Pres Rev
  Fr Hon Amb`;
const mayEndInBoth = `U.S U.K U.N U.S.S.R D.P.R.K D.C Ph.D M.D B.A M.A Ltd Inc Corp Co Jr Sr St a.m p.m A.M P.M B.C
  A.D`;

const english: Abbreviations = {
  beforeName: set(
    titles,
    'Mt Ft Brig Lieut Cdr Pvt Msgr Bp vs v cf viz i.e e.g ie eg approx ca esp incl ed eds trans ibid',
  ),
  beforeNumber: set(
    'No Nos no nos p pp vol Vol vols ch Ch chap Chap sec Sec art Art arts Arts fig Fig figs Figs par para n nn fol bk',
    'Bk pt Pt c',
  ),
  mayEnd: set(
    mayEndInBoth,
    'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Tue Tues Thu Thurs Fri Ave Blvd Rd Bros Dept Univ al Esq N.Y',
    'E.U',
  ),
  endsList: set('etc'),
  starters: set(
    'the a an he she it they we you i his her its their our my your this that these those there here in on at by',
    'for from with as after before during when while since until if although though because but and or so yet then',
    'however moreover therefore thus later meanwhile today yesterday tomorrow once what who why how where which',
    'not all both each every some many most several few another other such one two under over between among upon',
    'according despite soon now never perhaps even still only also no',
  ),
  speaking: set(
    'said says asked asks replied answered cried shouted added wrote exclaimed whispered continued began told',
    'remarked declared called insisted',
  ),
};

const vietnamese: Abbreviations = {
  beforeName: set(
    titles,
    'TS ThS Ths Th.S GS PGS GS.TS PGS.TS TSKH GS.TSKH BS Bs DS KS KTS LS CN NSND NSƯT NGND NGƯT ĐH CĐ THPT THCS TP',
    'Tp tp TX Tx TT Tt đ/c Đ/c ĐC Nxb NXB nxb HTX ĐT Tel KT TL TUQ TM Cty CTCP PV BTV bs ts ths ks Ts Ks Ls Ds v vs',
  ),
  beforeNumber: set('tr Tr t T q Q số Số c ch Ch d đ Đ st No no'),
  mayEnd: set(mayEndInBoth, 'TCN SCN s.CN t.CN tr.CN Tr.CN'),
  endsList: set('v.v vv V.v V.V'),
  starters: set(
    'ông bà anh chị em cô chú bác tôi ta chúng họ nó mình đó đây này người những các một mỗi mọi khi nếu nhưng và',
    'tuy mặc vì do bởi sau trước trong ngoài theo từ đến tại ở trên dưới hôm cuộc việc sự bên hiện tất nay thế rồi với',
    'để song còn không chưa đã đang sẽ là về qua giữa cùng như lúc bấy nhờ bằng vậy cho đối cũng nhiều',
  ),
  speaking: set(
    'nói hỏi đáp trả kêu reo thốt thì viết hét quát bảo tiếp thưa đề kể gọi cười khóc than rên gắt thầm',
  ),
};

export const abbreviations: Readonly<Record<Language, Abbreviations>> = {
  vi: vietnamese,
  en: english,
};
