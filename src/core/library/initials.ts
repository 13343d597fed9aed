/**
 * First letters of the pinyin of the characters that the library uses, so that a search finds the same on every host. A
 * character with two readings in use stands under both (重点, 重建).
 */
const LETTERS: Readonly<Record<string, string>> = {
  a: '癌碍安岸按案爱',
  b: '拔百败班般斑办帮保报碑备被本比必蔽避编变便标表别兵病拨播博补不布部殡版',
  c: '才材财采参餐残藏操册厕测层查察差拆产偿常场唱超车尘沉成承城乘程秤吃持充抽筹出初除厨储处传窗床创春纯辍辞次促村存错长重策础',
  d: '达打大代带待单当党宕档导到道稻得地的灯登等低底第点电店调顶订定动洞督毒读度短断队对兑吨顿多',
  e: '额儿而',
  f: '发罚法反返犯饭范方防房访放非费分纷份粪风扶服符府辅付妇负复覆抚废',
  g: '改盖溉概秆感干岗高稿告革格个耕更工公功供巩共构购估古股固故顾关观官馆管灌广归规锅国果过隔',
  h: '还害旱好耗喝合和河核黑衡红后互户护花滑化划环涣患恢回毁会惠婚活火货获祸行孩坏换湖候绘慧',
  j: '圾机积基及级急疾集挤计记纪技际季济迹继绩加家甲假价间监减检简见件建健讲奖降交浇矫较教接秸节洁结解介斤金紧进禁京经精景警敬境纠九久旧救就居举具据卷决军均竣校既戒鉴',
  k: '卡开勘看康抗考科可客课垦坑空控口库块宽款况矿馈困扩会颗',
  l: '垃拉来栏蓝浪劳老类累离里理力历厉立丽利例联廉练良梁粮两亮辆量疗料列邻林临赁零龄领流留楼漏炉录路露旅履律率绿论络落冷链烈轮粒乱',
  m: '马霾买卖满慢毛貌媒每美门密免面苗民名明命模谋母亩木目牧墓描冒',
  n: '纳难脑内能泥年农女暖鸟浓',
  p: '排派盘跑培配篷批篇片骗票贫频品聘平评坡破普爬',
  q: '七期乞企气弃器千迁签前钱欠强抢桥禽勤轻清情请庆求球区渠取全权缺确群齐侵',
  r: '染让扰人认任日容入软弱壤热',
  s: '赛三散扫色森筛山善缮伤商上烧少舍设社涉摄申身神审升生省失师施时识实食使市示式事视试室适收手寿受授书殊输暑术树数刷双水税睡司死四讼送诉素速算随损缩所索单属湿栓',
  t: '塌台态谈碳堂塘讨套特梯提题体天田条贴庭停通同童统头投突图土推腿退托拖脱桶',
  w: '洼外完挽万亡网危威违维委卫未位慰温瘟文闻稳问污屋无五午伍舞务物雾',
  x: '畜析息习戏系下先闲衔险县现线限乡相享响向项象像消小效校协胁泄械心新薪信刑行型姓性休修秀序续蓄宣选学雪血巡询训汛需恤销细形吸',
  y: '压严沿研演验扬养样药要业一医仪移遗疑以椅义艺议役疫益意因音引饮隐印应婴营影映硬拥永用优油游有幼淤余渔舆雨育预域员园援源院约月越云孕运依与延愿鱼页',
  z: '灾再在载赃灶造噪责增渣诈债展盏占章帐账障招找召照肇者针侦诊赈镇征整正证政支知织执直值职植殖指制治质致置中钟种众重洲猪主住助驻筑专转庄装追准桌咨资子字自综总走租组最罪作坐座长传藏葬志桩宅至宗智纂',
};

const TABLE = new Map<string, string>();
for (const [letter, characters] of Object.entries(LETTERS)) {
  for (const character of characters) TABLE.set(character, (TABLE.get(character) ?? '') + letter);
}

/** The first character of each letter in pinyin order; no syllable begins with i, u or v. */
const FIRST: readonly (readonly [letter: string, character: string])[] = [...'abcdefghjklmnopqrstwxyz'].map(
  (letter, index) => [letter, [...'阿八嚓哒妸发旮哈丌咔垃妈拏噢妑七呥仨他穵夕丫帀'][index] ?? ''],
);

/** Whether the table itself has the character. */
export function isTabled(character: string): boolean {
  return Object.values(LETTERS).some((characters) => characters.includes(character));
}

let collator: Intl.Collator | null | undefined;

/** A host whose collation knows no pinyin sorts 阿 behind 八. */
function pinyinOrder(): Intl.Collator | null {
  if (collator === undefined) {
    const found = new Intl.Collator('zh-u-co-pinyin');
    collator = FIRST.every(([, character], i) => i === 0 || found.compare(FIRST[i - 1]?.[1] ?? '', character) < 0)
      ? found
      : null;
  }
  return collator;
}

/** The letters with which the pinyin of a character may begin; itself, in lower case, for a Latin letter or digit. */
export function initialsOf(character: string): string {
  const known = TABLE.get(character);
  if (known !== undefined) return known;
  if (/^[a-z\d]$/iu.test(character)) return character.toLowerCase();
  if (!/^\p{Script=Han}$/u.test(character)) return '';
  const order = pinyinOrder();
  const passed = order ? FIRST.filter(([, first]) => order.compare(first, character) <= 0) : [];
  const letter = passed.at(-1)?.[0] ?? '';
  TABLE.set(character, letter);
  return letter;
}

/** Where letters (`pxrs`) are the initials of part of a text; -1 for nowhere. Punctuation in the text is passed over. */
export function indexOfInitials(text: readonly string[], letters: string): number {
  const last = text.length - letters.length;
  for (let start = 0; start <= last; start++) {
    let i = 0;
    while (i < letters.length && (text[start + i] ?? '').includes(letters[i] as string)) i++;
    if (i === letters.length) return start;
  }
  return -1;
}

/** A text as the initials of its characters, those without any left out. */
export function initialsIn(text: string): string[] {
  return [...text].map(initialsOf).filter((letters) => letters !== '');
}
