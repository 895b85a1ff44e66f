// Names that Vietnamese and English spell differently: countries, cities, peoples, persons, bodies.
// A row is `Vietnamese spellings = English spellings`, variants parted by `|`, today's usual one first, older ones behind
// it; adjectives and peoples stand with their country. A row that begins with `+` has another name of what the row before
// it names, which is translated otherwise.
const rows = `
Liên Xô|Liên bang Xô viết|Xô viết|Xô-viết = Soviet Union|USSR|Soviet|Soviets
Nga = Russia|Russian|Russians
+ Liên bang Nga = Russian Federation
Triều Tiên|Cao Ly|Cao Li|Bắc Triều Tiên|Bắc Hàn = Korea|Korean|Koreans|DPRK|North Korea|North Korean|North Koreans
+ Cộng hòa Dân chủ Nhân dân Triều Tiên|Cộng hoà Dân chủ Nhân dân Triều Tiên = Democratic People's Republic of Korea|People's Democratic Republic of Korea|Korean People's Democratic Republic
Hàn Quốc|Đại Hàn|Đại Hàn Dân Quốc|Nam Triều Tiên|Nam Hàn = South Korea|South Korean|South Koreans|Korea|Republic of Korea|ROK
Bình Nhưỡng = Pyongyang|P'yongyang
Seoul|Xơ-un|Xê-un|Xơun|Hán Thành = Seoul
Khai Thành|Kaesong|Kê-xông = Kaesong
Bàn Môn Điếm = Panmunjom
Nguyên Sơn = Wonsan
Hoa Kỳ|Mỹ|Hợp chủng quốc Hoa Kỳ|Mĩ = United States|United States of America|America|American|Americans|US|USA
Trung Quốc|Trung Hoa|Trung Cộng|Tàu|Hoa Lục = China|Chinese|PRC
Bắc Kinh = Beijing|Peking
Thượng Hải = Shanghai
Nam Kinh = Nanjing|Nanking
Quảng Châu = Guangzhou|Canton
Quảng Đông = Guangdong
Quảng Tây = Guangxi
Vân Nam = Yunnan
Thiên Tân = Tianjin|Tientsin
Trùng Khánh = Chongqing|Chungking
Vũ Hán = Wuhan
Thẩm Quyến = Shenzhen
Thẩm Dương = Shenyang|Mukden
Cáp Nhĩ Tân = Harbin
Mãn Châu = Manchuria|Manchurian
Tây Tạng = Tibet|Tibetan|Tibetans
Tân Cương = Xinjiang
Tứ Xuyên = Sichuan|Szechwan
Nội Mông = Inner Mongolia
Mông Cổ = Mongolia|Mongolian|Mongolians|Mongol|Mongols
Hồng Kông|Hương Cảng = Hong Kong
Ma Cao|Áo Môn = Macau|Macao
Đài Loan = Taiwan|Taiwanese
Đài Bắc = Taipei
Nhật Bản|Nhật = Japan|Japanese
Tokyo|Tô-ky-ô|Tô-ki-ô|Đông Kinh = Tokyo
Pháp|Pháp quốc = France|French|Frenchman|Frenchmen
Paris|Pa-ri|Ba Lê = Paris
Marseille|Mác-xây = Marseille|Marseilles
Anh|Anh quốc|Vương quốc Anh|Anh Quốc|Anh Cát Lợi = England|English|Britain|British|United Kingdom|UK|Great Britain|Briton|Britons|Englishman|Englishmen
London|Luân Đôn = London
Scotland|Xcốt-len|Tô Cách Lan = Scotland|Scottish|Scots
Ireland|Ai-len|Ái Nhĩ Lan = Ireland|Irish|Irishman|Irishmen
Đức|Đức quốc = Germany|German|Germans
Đông Đức|Cộng hòa Dân chủ Đức|Cộng hoà Dân chủ Đức = East Germany|German Democratic Republic|GDR|East German|East Germans
Tây Đức|Cộng hòa Liên bang Đức|Cộng hoà Liên bang Đức = West Germany|West German|West Germans|Federal Republic of Germany|FRG
Berlin|Béc-lin|Béclin|Bá Linh = Berlin
Ý|I-ta-li-a|Italia|Ý Đại Lợi = Italy|Italian|Italians
Roma|Rô-ma|La Mã = Rome|Roman|Romans
Áo|Áo quốc = Austria|Austrian|Austrians
Viên = Vienna
Úc|Australia|Ô-xtrây-li-a|Úc Đại Lợi = Australia|Australian|Australians
New Zealand|Niu Di-lân|Tân Tây Lan = New Zealand|New Zealander|New Zealanders
Tây Ban Nha = Spain|Spanish|Spaniards|Spaniard
Bồ Đào Nha = Portugal|Portuguese
Hà Lan|Hoà Lan|Hòa Lan = Netherlands|Dutch|Holland|Dutchman|Dutchmen
Bỉ|Bỉ Lợi Thời = Belgium|Belgian|Belgians
Thụy Sĩ|Thuỵ Sĩ = Switzerland|Swiss
Thụy Điển|Thuỵ Điển = Sweden|Swedish|Swedes|Swede
Na Uy = Norway|Norwegian|Norwegians
Đan Mạch = Denmark|Danish|Danes|Dane
Phần Lan = Finland|Finnish|Finns|Finn
Hy Lạp = Greece|Greek|Greeks
Thổ Nhĩ Kỳ|Thổ Nhĩ Kì = Turkey|Turkish|Türkiye|Turks|Turk
Ba Lan = Poland|Polish|Poles|Pole
Vác-sa-va|Vácsava|Vacsava|Warszawa|Vác-xa-va|Vác-xô-vi = Warsaw
Tiệp Khắc = Czechoslovakia|Czechoslovak|Czechoslovaks|Czechoslovakian|Czecho-Slovakia
Séc|Cộng hòa Séc|Cộng hoà Séc = Czech|Czech Republic|Czechia|Czechs
Pra-ha|Praha = Prague
Hung-ga-ri|Hunggari|Hungari|Hungary|Hung Gia Lợi = Hungary|Hungarian|Hungarians|Magyar|Magyars
Bu-đa-pét|Budapest = Budapest
Ru-ma-ni|Rumani|Romania|Lỗ Ma Ni = Romania|Romanian|Romanians|Rumania|Rumanian|Rumanians|Roumania
Bun-ga-ri|Bungari|Bulgaria|Bảo Gia Lợi = Bulgaria|Bulgarian|Bulgarians
Nam Tư|Nam Tư Lạp Phu = Yugoslavia|Yugoslav|Yugoslavs|Yugoslavian|Jugoslavia
An-ba-ni|Anbani|Albania|An Ba Ni = Albania|Albanian|Albanians
U-crai-na|Ucraina|Ukraina|Ukraine|U-cơ-ren = Ukraine|Ukrainian|Ukrainians
Bê-la-rút|Bêlarút|Belarus|Bi-ê-lô-rút-xi-a|Bạch Nga|Bêlôruxia|Bê-lô-rút-xi = Belarus|Belarusian|Belarusians|Byelorussia|Byelorussian|Byelorussians
Gru-di-a|Gruzia|Georgia = Georgia|Georgian|Georgians
Xi-bia|Siberia|Xibia|Xi-bê-ri|Tây Bá Lợi Á = Siberia|Siberian
Mát-xcơ-va|Mátxcơva|Matxcơva|Mạc Tư Khoa|Mốt-cu = Moscow
Leningrad|Lê-nin-grát|Lêningrát = Leningrad
Stalingrad|Xta-lin-grát|Xtalingrát = Stalingrad
Vladivostok|Vla-đi-vô-xtốc|Hải Sâm Uy = Vladivostok
Viễn Đông = Far East|Far Eastern
Trung Đông = Middle East|Middle Eastern
Cận Đông = Near East
Châu Âu|Âu châu = Europe|European|Europeans
Châu Á|Á châu = Asia|Asian|Asians
Châu Phi|Phi châu = Africa|African|Africans
Châu Mỹ|Mỹ châu = Americas
Châu Mỹ La-tinh|Mỹ Latinh|Mỹ La-tinh = Latin America|Latin American
Bắc Mỹ = North America|North American
Nam Mỹ = South America|South American
Châu Đại Dương = Oceania
Châu Nam Cực|Nam Cực = Antarctica|Antarctic|South Pole
Bắc Cực = Arctic|North Pole
Á-Phi|Á Phi = Afro-Asian|Asian-African
Đông Nam Á = Southeast Asia|South-East Asia|Southeast Asian
Việt Nam|Việt-Nam|Việt = Vietnam|Viet Nam|Vietnamese|Viet-Nam
Bắc Việt = North Vietnam|North Vietnamese
Nam Việt = South Vietnam|South Vietnamese
Hà Nội = Hanoi|Ha Noi
Sài Gòn = Saigon
Thành phố Hồ Chí Minh = Ho Chi Minh City
Hải Phòng = Haiphong|Hai Phong
Đà Nẵng = Da Nang|Danang|Tourane
Huế = Hue
Điện Biên Phủ = Dien Bien Phu
Đông Dương = Indochina|Indo-China|Indochinese
Nam Bộ|Nam Kỳ = Cochinchina|Cochin China|Nam Bo|Southern Vietnam
Bắc Bộ|Bắc Kỳ = Tonkin|Bac Bo|Northern Vietnam
Trung Bộ|Trung Kỳ = Annam|Trung Bo|Central Vietnam
Vịnh Bắc Bộ = Gulf of Tonkin|Tonkin Gulf
Sông Hồng = Red River
Mê Kông|Mê Công|Sông Mê Kông|Cửu Long = Mekong|Mekong River
Biển Đông = South China Sea|East Sea
Lào|Ai Lao = Laos|Lao|Laotian|Laotians
Viêng Chăn|Vạn Tượng = Vientiane
Campuchia|Cam-pu-chia|Căm-pu-chia|Cao Miên|Cam Bốt|Cao Mên = Cambodia|Cambodian|Cambodians|Kampuchea
Phnôm Pênh|Nam Vang = Phnom Penh
Thái Lan|Thái|Xiêm|Xiêm La = Thailand|Thai|Thais|Siam|Siamese
Bangkok|Băng Cốc|Vọng Các = Bangkok
Myanmar|Mi-an-ma|Miến Điện|Diến Điện = Burma|Myanmar|Burmese
Malaysia|Ma-lai-xi-a|Mã Lai|Mã Lai Á|Malaixia = Malaysia|Malaya|Malay|Malays|Malayan|Malaysian|Malaysians
Singapore|Xin-ga-po|Xingapo|Tân Gia Ba = Singapore
Indonesia|In-đô-nê-xi-a|Inđônêxia|Nam Dương|Anh-đô-nê-diêng = Indonesia|Indonesian|Indonesians
Philippines|Phi-líp-pin|Philíppin|Phi Luật Tân = Philippines|Philippine|Filipino|Filipinos
Ấn Độ|Ấn = India|Indian|Indians
New Delhi|Niu Đê-li|Tân Đê-li = New Delhi|Delhi
Ấn Độ Dương = Indian Ocean
Thái Bình Dương = Pacific|Pacific Ocean
Đại Tây Dương = Atlantic|Atlantic Ocean
Bắc Băng Dương = Arctic Ocean
Địa Trung Hải = Mediterranean|Mediterranean Sea
Hồng Hải|Biển Đỏ = Red Sea
Hắc Hải|Biển Đen = Black Sea
Biển Ban-tích|Ban-tích|Baltic|Ban Tích = Baltic|Baltic Sea
Ba Tư = Persia|Persian|Persians
Vịnh Ba Tư|Vùng Vịnh = Persian Gulf|Gulf
Ả Rập Xê Út|Ả Rập Saudi|Ả-rập Xê-út = Saudi Arabia|Saudi
Ả Rập|Ả-rập|A-rập|A Rập|Á Rập = Arab|Arabs|Arabia|Arabian|Arabic
Ai Cập = Egypt|Egyptian|Egyptians
Do Thái = Jewish|Jew|Jews
Syria|Xy-ri|Xi-ri = Syria|Syrian|Syrians
Iran|I-ran = Iran|Iranian|Iranians
Iraq|I-rắc = Iraq|Iraqi|Iraqis
Israel|I-xra-en = Israel|Israeli|Israelis
Algeria|An-giê-ri|Angiêri|Algérie = Algeria|Algerian|Algerians
Maroc|Ma-rốc|Marốc|Morocco = Morocco|Moroccan|Moroccans
Nam Phi = South Africa|South African|South Africans
Công-gô|Cônggô|Congo = Congo|Congolese
Angola|Ăng-gô-la|Angôla = Angola|Angolan|Angolans
Ethiopia|Ê-ti-ô-pi-a|A-bi-xi-ni|Êtiôpi|Etiôpi|Êtiôpia = Ethiopia|Ethiopian|Ethiopians|Abyssinia|Abyssinian
Cu-ba|Cu Ba = Cuba|Cuban|Cubans
La Ha-ba-na|La Habana = Havana
Canada|Ca-na-đa|Gia Nã Đại = Canada|Canadian|Canadians
Mexico|Mê-hi-cô|Mêhicô|Mễ Tây Cơ = Mexico|Mexican|Mexicans
Brazil|Bra-xin|Brasil|Ba Tây|Braxin = Brazil|Brazilian|Brazilians
Argentina|Ác-hen-ti-na|Á Căn Đình|Áchentina = Argentina|Argentine|Argentines|Argentinian
Chile|Chi-lê|Chí Lợi = Chile|Chilean|Chileans
Washington|Oa-sinh-tơn|Hoa Thịnh Đốn = Washington
New York|Niu Y-oóc|Niu Oóc|Nữu Ước = New York
San Francisco|Xan Phran-xi-xcô|Cựu Kim Sơn = San Francisco
Nhà Trắng|Tòa Bạch Ốc = White House
Lầu Năm Góc = Pentagon
Điện Kremli|Điện Kremlin|Crem-li|Kremli|Điện Crem-lin = Kremlin
Giơ-ne-vơ|Giơnevơ|Genève = Geneva
Vatican|Va-ti-căng|Tòa thánh = Vatican|Holy See
Liên Hợp Quốc|Liên Hiệp Quốc|Liên hợp quốc|Liên hiệp quốc|LHQ = United Nations|UN
Hội Quốc Liên = League of Nations
Hội đồng Bảo an = Security Council
Liên minh châu Âu|Liên minh Châu Âu|Liên Âu = European Union|EU
NATO|Khối Bắc Đại Tây Dương|Minh ước Bắc Đại Tây Dương|Hiệp ước Bắc Đại Tây Dương = NATO|North Atlantic Treaty Organization|North Atlantic Treaty|Atlantic Pact|North Atlantic bloc|North Atlantic alliance
Hồng quân|Hồng Quân = Red Army
Quốc tế Cộng sản|Quốc tế Thứ ba|Đệ tam Quốc tế = Comintern|Communist International|Third International
Chữ thập đỏ|Chữ Thập Đỏ|Hồng Thập Tự = Red Cross
Quốc dân đảng|Quốc Dân Đảng = Kuomintang|Nationalist|Nationalists|KMT|Guomindang
Đức Quốc xã|Quốc xã|phát xít Đức = Nazi|Nazis|Nazi Germany
Trái Đất|Trái đất|Địa cầu = Earth
Mặt Trăng|Mặt trăng = Moon
Mặt Trời|Mặt trời = Sun
Sao Hỏa|Sao Hoả|Hỏa tinh = Mars|Martian
Sao Kim = Venus
Sao Mộc|Mộc tinh = Jupiter
Sao Thổ|Thổ tinh = Saturn
Ki-tô|Cơ Đốc|Thiên Chúa = Christian|Christians|Christianity
Công giáo|Công Giáo = Catholic|Catholics
Hồi giáo|Hồi Giáo|đạo Hồi = Muslim|Muslims|Islam|Islamic
Phật giáo|Phật Giáo|đạo Phật = Buddhism|Buddhist|Buddhists
Tin Lành = Protestant|Protestants
Đức Phật|Phật Tổ = Buddha
Kim Nhật Thành|Kim Nhật-Thành = Kim Il Sung|Kim Il-sung
Kim Jong-il|Kim Jong Il|Kim Chính Nhật|Kim Châng In = Kim Jong Il|Kim Jong-il
Kim Jong-un|Kim Jong Un|Kim Chính Ân|Kim Châng Ưn = Kim Jong Un|Kim Jong-un
Lý Thừa Vãn|Lý Thừa Văn = Syngman Rhee|Rhee Syngman
Park Chung-hee|Phác Chính Hy = Park Chung Hee|Park Chung-hee
Mao Trạch Đông = Mao Zedong|Mao Tse-tung|Mao
Chu Ân Lai = Zhou Enlai|Chou En-lai
Tưởng Giới Thạch = Chiang Kai-shek|Chiang Kai Shek
Tôn Trung Sơn|Tôn Dật Tiên = Sun Yat-sen
Đặng Tiểu Bình = Deng Xiaoping|Teng Hsiao-ping
Lưu Thiếu Kỳ = Liu Shaoqi
Tập Cận Bình = Xi Jinping|Xi
Hồ Cẩm Đào = Hu Jintao
Ôn Gia Bảo = Wen Jiabao
Khổng Tử = Confucius|Confucian
Lê-nin|Lênin = Lenin
Stalin|Xta-lin|Xtalin|Sít-ta-lin|Sta-lin = Stalin
Khơ-rút-sốp|Khrushchev|Khrushchov|Khơ-rút-xốp|Khơrútxốp|Khrút-sốp = Khrushchev|Khrushchov
Mô-lô-tốp|Môlôtốp = Molotov
Pu-tin = Putin
Các Mác|Các-Mác|Mác = Marx|Karl Marx|Marxist
Ăng-ghen = Engels
Hít-le|Hitler|Hi-tơ-le = Hitler
Rô-dơ-ven|Ru-dơ-ven|Roosevelt|Rudơven = Roosevelt
Tru-man|Tơ-ru-man = Truman
Sớc-sin|Churchill|Sớc-sơn = Churchill
De Gaulle|Đờ Gôn|Gaulle = de Gaulle|De Gaulle|Gaulle
Na-pô-lê-ông|Napoléon|Napoleon|Nã Phá Luân = Napoleon
Rút-xô|Rousseau|Lư Thoa = Rousseau
Nê-ru = Nehru
Găng-đi = Gandhi
Thành Cát Tư Hãn = Genghis Khan
Slovakia|Xlô-va-ki-a = Slovakia|Slovak|Slovaks
Croatia|Crô-a-ti-a = Croatia|Croatian|Croats
Serbia|Xéc-bi = Serbia|Serbian|Serbs
Litva|Lít-va|Lithuania|Lítva = Lithuania|Lithuanian|Lithuanians
Latvia|Lát-vi-a|Látvia = Latvia|Latvian|Latvians
Estonia|E-xtô-ni-a|Extônia = Estonia|Estonian|Estonians
Armenia|Ác-mê-ni-a = Armenia|Armenian|Armenians
Azerbaijan|A-déc-bai-gian = Azerbaijan|Azerbaijani|Azerbaijanis
Kazakhstan|Ca-dắc-xtan|Cadắcxtan = Kazakhstan|Kazakh|Kazakhs
Uzbekistan|U-dơ-bê-ki-xtan|Udơbêkixtan = Uzbekistan|Uzbek|Uzbeks
Luxembourg|Lúc-xăm-bua = Luxembourg
Iceland|Ai-xơ-len|Băng Đảo = Iceland|Icelandic
Xứ Wales|Uên|Xứ Gan = Wales|Welsh
Xla-vơ = Slav|Slavs|Slavic
Pakistan|Pa-ki-xtan|Hồi Quốc|Pakixtan = Pakistan|Pakistani|Pakistanis
Sri Lanka|Xri Lan-ca|Tích Lan|Xây-lan = Ceylon|Sri Lanka|Ceylonese|Sri Lankan
Nepal|Nê-pan = Nepal|Nepalese
Afghanistan|Áp-ga-ni-xtan|A Phú Hãn|Apganixtan|Ápganixtan = Afghanistan|Afghan|Afghans
Lebanon|Li-băng|Li Băng = Lebanon|Lebanese
Jordan|Gioóc-đa-ni = Jordan|Jordanian
Palestine|Pa-le-xtin = Palestine|Palestinian|Palestinians
Yemen|Y-ê-men = Yemen|Yemeni
Tunisia|Tuy-ni-di = Tunisia|Tunisian|Tunisians
Libya|Li-bi = Libya|Libyan|Libyans
Sudan|Xu-đăng = Sudan|Sudanese
Kenya|Kê-ni-a = Kenya|Kenyan
Ghana|Ga-na = Ghana|Gold Coast
Guinea|Ghi-nê = Guinea|Guinean
Madagascar|Ma-đa-gát-xca = Madagascar|Malagasy
Bắc Phi = North Africa|North African
Guatemala|Goa-tê-ma-la = Guatemala|Guatemalan
Peru|Pê-ru = Peru|Peruvian
Bolivia|Bô-li-vi-a = Bolivia|Bolivian
Venezuela|Vê-nê-xu-ê-la = Venezuela|Venezuelan
Uruguay|U-ru-goay = Uruguay|Uruguayan
Busan|Phủ Sơn|Pu-xan = Busan|Pusan
Incheon|Nhân Xuyên|In-chơn = Incheon|Inchon|Chemulpo
Hàm Hưng = Hamhung|Hamheung
Áp Lục|Sông Áp Lục = Yalu|Yalu River|Amnok|Amnok River
Diên An = Yan'an|Yenan
Lữ Thuận|Cảng Lữ Thuận = Port Arthur|Lüshun|Lushun
Đại Liên = Dalian|Dairen
Thanh Đảo = Qingdao|Tsingtao
Trường Xuân = Changchun
Côn Minh = Kunming
Nam Ninh = Nanning
Quế Lâm = Guilin|Kweilin
Hải Nam|Đảo Hải Nam = Hainan
Hiroshima|Hi-rô-si-ma|Hirôsima|Quảng Đảo = Hiroshima
Nagasaki|Na-ga-xa-ki|Nagaxaki = Nagasaki
Okinawa|Ô-ki-na-oa = Okinawa
Ulan Bator|U-lan Ba-to = Ulan Bator|Ulaanbaatar
Rangoon|Ran-gun|Yangon|Ngưỡng Quang = Rangoon|Yangon
Jakarta|Gia-các-ta = Jakarta|Djakarta|Batavia
Bandung|Băng-đung|Băng Đung = Bandung|Bandoeng
Manila|Ma-ni-la|Ma Ní = Manila
Colombo|Cô-lôm-bô = Colombo
Kolkata|Can-cút-ta|Calcutta|Côncata = Calcutta|Kolkata
Cairo|Cai-rô|Le Caire = Cairo
Tehran|Tê-hê-ran|Teheran = Tehran|Teheran
Kiev|Ki-ép|Kyiv = Kiev|Kyiv
Yalta|I-an-ta = Yalta
Potsdam|Pốt-xđam|Pốt-đam = Potsdam
Sofia|Xô-phi-a = Sofia
Bucharest|Bu-ca-rét = Bucharest
Beograd|Bê-ô-grát|Belgrade = Belgrade
Tirana|Ti-ra-na = Tirana
Stockholm|Xtốc-khôm = Stockholm
Helsinki|Hen-xin-ki = Helsinki
Copenhagen|Cô-pen-ha-ghen = Copenhagen
Brussels|Bru-xen|Bruxelles = Brussels
Amsterdam|Am-xtéc-đam = Amsterdam
La Haye|La Hay = The Hague|Hague
Athens|A-ten|Nhã Điển = Athens|Athenian
Madrid|Ma-đrít = Madrid
Nuremberg|Nu-ren-be|Nuyrambe|Nu-rem-be|Nuy-rem-be|Nuy-ăm-be = Nuremberg|Nürnberg
Fontainebleau|Phông-ten-nơ-blô = Fontainebleau
Đà Lạt = Da Lat|Dalat
Lào Cai|Lao Kay = Lao Cai|Lao Kay|Laokay
Thái Nguyên = Thai Nguyen
Thái Bình = Thai Binh
Mỹ Tho = My Tho|Mytho
Quy Nhơn|Qui Nhơn = Quy Nhon|Qui Nhon|Quinhon
Ba Đình = Ba Dinh
Việt Bắc = Viet Bac
Việt Minh = Viet Minh|Vietminh|Viet-Minh
Việt Cộng = Viet Cong|Vietcong
Pathet Lào|Pa-thét Lào = Pathet Lao
Khmer|Khơ-me|Khơ Me = Khmer|Khmers
Hmông|H'Mông|H’Mông = Hmong
Xô viết Nghệ Tĩnh = Nghe Tinh Soviets|Nghe Tinh Soviet|Nghe-Tinh Soviets
Cách mạng Tháng Mười|Cách mạng tháng 10 = October Revolution
Cách mạng Tháng Tám|Cách mạng tháng 8 = August Revolution
Đồng minh = Allies|Allied|Allied Powers
Chiến tranh thế giới thứ nhất|Thế chiến thứ nhất|Đại chiến thứ nhất|Chiến tranh thế giới lần thứ nhất = First World War|World War I|World War One
Chiến tranh thế giới thứ hai|Thế chiến thứ hai|Đại chiến thứ hai|Chiến tranh thế giới lần thứ hai = Second World War|World War II|World War Two|WWII
Khối Vác-sa-va|Hiệp ước Vác-sa-va|Hiệp ước Warszawa|Khối Warszawa = Warsaw Pact|Warsaw Treaty
SEATO|Khối Đông Nam Á|Khối xâm lược Đông Nam Á = SEATO|Southeast Asia Treaty Organization|South-East Asia Treaty Organization
Kế hoạch Mác-san|Kế hoạch Marshall = Marshall Plan
Bát lộ quân = Eighth Route Army
Hội đồng Hòa bình Thế giới|Hội đồng Hoà bình Thế giới = World Peace Council|World Council of Peace
Liên hiệp Công đoàn Thế giới|Tổng Công hội Thế giới = World Federation of Trade Unions|WFTU
TASS|Tát-xơ|Thông tấn xã TASS = TASS
Tân Hoa xã = Xinhua|Hsinhua|New China News Agency
Nam Nhật|Nam Il = Nam Il
Thái Bình Thiên Quốc = Taiping|Taipings
Chu Đức = Zhu De|Chu Teh
Bành Đức Hoài = Peng Dehuai|Peng Teh-huai
Trần Nghị = Chen Yi|Ch'en Yi
Tống Khánh Linh = Soong Ching-ling|Song Qingling
Quách Mạt Nhược = Guo Moruo|Kuo Mo-jo
Kim Đẩu Phụng|Kim Đỗ Phụng = Kim Tu Bong|Kim Tu-bong
Phác Hiến Vĩnh = Pak Hon Yong|Pak Hon-yong
Thôi Dung Kiện = Choe Yong Gon|Choi Yong-kun
Malenkov|Ma-len-cốp = Malenkov
Beria|Bê-ri-a = Beria
Voroshilov|Vô-rô-si-lốp = Voroshilov
Bulganin|Bun-ga-nin = Bulganin
Vyshinsky|Vư-sin-xki|Vi-sin-xki = Vyshinsky|Vishinsky
Zhukov|Giu-cốp = Zhukov
Mikoyan|Mi-cô-i-an = Mikoyan
Gottwald|Gốt-van = Gottwald
Dimitrov|Đi-mi-tơ-rốp|Đi-mi-trốp = Dimitrov
Tito|Ti-tô = Tito
Bierut|Bi-ê-rút|Bê-rút = Bierut
Rákosi|Ra-cô-xi = Rakosi|Rákosi
Hoxha|Hốt-gia|Hô-gia = Hoxha
Thorez|Tô-rê = Thorez
Togliatti|Tô-gli-át-ti|Tô-gơ-li-át-ti = Togliatti
Joliot-Curie|Giô-li-ô Quy-ri = Joliot-Curie
Souphanouvong|Xu-pha-nu-vông|Xuphanuvông = Souphanouvong
Sihanouk|Xi-ha-núc|Xihanúc = Sihanouk
Sukarno|Xu-các-nô = Sukarno|Soekarno
Leclerc|Lơ-cléc = Leclerc
D'Argenlieu|Đác-giăng-li-ơ = d'Argenlieu|Argenlieu
Navarre|Na-va = Navarre
De Lattre|Đờ Lát|Lattre = de Lattre|De Lattre|Lattre
Mendès France|Măng-đét Phrăng-xơ|Măng-đét Phrăng = Mendès France|Mendes France|Mendès-France|Mendes-France
MacArthur|Mác Ác-tơ|Mác-ác-tơ|Mác A-tơ|Mắc Áctơ|Mác Ác-tua|Mắc A-tơ = MacArthur
Eisenhower|Ai-xen-hao = Eisenhower
Dulles|Đa-lét = Dulles
Attlee|Át-li = Attlee
`;

/**
 * Short for one name of the table, where a dash joins it to another or to a name of one word ("Việt – Xô", "Sino-Soviet",
 * "Việt-Pháp"). Alone these are words, or parts of other names; of three of them `keys.ts` makes an exception ("nhân dân
 * Hung").
 */
export const shortForms: Readonly<
  Record<'vi' | 'en', readonly (readonly [short: string, name: string])[]>
> = {
  vi: [
    ['Việt', 'Việt Nam'],
    ['Xô', 'Liên Xô'],
    ['Trung', 'Trung Quốc'],
    ['Hoa', 'Trung Quốc'],
    ['Triều', 'Triều Tiên'],
    ['Hàn', 'Hàn Quốc'],
    ['Hung', 'Hung-ga-ri'],
    ['Tiệp', 'Tiệp Khắc'],
    ['Ba', 'Ba Lan'],
    ['Ru', 'Ru-ma-ni'],
    ['Bun', 'Bun-ga-ri'],
    ['An', 'An-ba-ni'],
    ['Mông', 'Mông Cổ'],
    ['Miên', 'Campuchia'],
    ['Miến', 'Miến Điện'],
  ],
  en: [
    ['Viet', 'Vietnam'],
    ['Sino', 'China'],
    ['Russo', 'Russia'],
    ['Franco', 'France'],
    ['Anglo', 'England'],
    ['Indo', 'India'],
  ],
};

/** One name: every spelling of it in each language, the usual one first. */
export interface NameEntry {
  /** `name:N` for row N, counted from 0; another name of the same thing has the same. */
  readonly key: string;
  readonly vi: readonly string[];
  readonly en: readonly string[];
}

/** The table. Spellings are NFC; a spelling may stand in two entries ("Korea"), the first wins. */
export const nameEntries: readonly NameEntry[] = entriesOf(rows.trim().split('\n'));

function entriesOf(table: readonly string[]): readonly NameEntry[] {
  let key = '';
  return table.map((row, number) => {
    const [, another, spellings = ''] = /^(\+ )?(.*)$/.exec(row) ?? [];
    key = another === undefined ? `name:${number}` : key;
    const [vi = '', en = ''] = spellings.split(' = ');
    return { key, vi: vi.split('|'), en: en.split('|') };
  });
}
