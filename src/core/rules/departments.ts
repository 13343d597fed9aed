import { squash } from '../text';

/** Organs of a party committee: their names go 中共…县委组织部, never 中共…县组织部. */
const ORGANS =
  '组织部|宣传部|统战部|统一战线工作部|社会工作部|政法委员会|政法委|办公室|机构编制委员会办公室|编办|党校|老干部局|巡察工作领导小组办公室|巡察办|网络安全和信息化委员会办公室|网信办|直属机关工作委员会|直属机关工委|全面深化改革委员会办公室';

const REGION = '\\p{Script=Han}{1,16}?(?:自治[县旗州区]|[省市县区州旗])';

const NO_COMMITTEE = new RegExp(`^中共(${REGION})(${ORGANS})$`, 'u');
const COMMITTEE = new RegExp(`中共(${REGION})委`, 'gu');

/** A name as people compare it: without blanks, brackets' kind and a closing seal mark. */
export function plainDepartment(name: string): string {
  return squash(name).replace(/\((?:盖章|公章|本级|机关)\)/gu, '');
}

/** 中共X县组织部 → 中共X县委组织部; null for a name that is in order. */
export function withCommittee(name: string): string | null {
  const match = NO_COMMITTEE.exec(plainDepartment(name));
  if (!match) return null;
  return `中共${match[1] ?? ''}委${match[2] ?? ''}`;
}

const PLACE = new RegExp(REGION, 'uy');

/** The place in a department's own name, the lowest: 中共衡东县委组织部 → 衡东县, 深圳市宝安区财政局 → 宝安区. */
export function regionOf(name: string): string | null {
  const plain = plainDepartment(name).replace(/^中共/u, '');
  let region: string | null = null;
  PLACE.lastIndex = 0;
  for (let match = PLACE.exec(plain); match; match = PLACE.exec(plain)) if (match[0].length > 2) region = match[0];
  return region;
}

/** What a title says before the year or the kind of form. */
const BEFORE_FORM = /^(.{4,30}?)(?:\(?20\d\d|部门(?:\(单位\))?整体|整体支出|部门支出)/u;
const OFFICE_END = /(?:[局部委办院校会厅署社]|办公室|中心|政府|办事处|大队|支队|图书馆|文化馆|博物馆|服务站)$/u;

/** The department's name in a title (青溪县教育局2025年部门整体支出绩效目标表); null where it names none. */
export function departmentInTitle(title: string): string | null {
  const name = BEFORE_FORM.exec(plainDepartment(title))?.[1] ?? null;
  return name !== null && OFFICE_END.test(name) ? name : null;
}

/** What stands between a place's name and what comes before it. */
const START = '(?:^|[\\s,，。;；:：、（(《“"由与和对为向在是到])';
const OFFICE =
  '(?:人民政府|财政局|教育局|教育体育局|公安局|民政局|司法局|审计局|统计局|水利局|林业局|商务局|医疗保障局|应急管理局|生态环境局|科学技术局|交通运输局|城市管理局|文化和旅游局|退役军人事务局|住房和城乡建设局|发展和改革局|市场监督管理局|市场监管局|人力资源和社会保障局|人民法院|人民检察院|卫生健康局|自然资源局|农业农村局|残疾人联合会|妇女联合会|委组织部|委宣传部|委统战部|委政法委|委办公室|纪委监委)';
const NAMED = new RegExp(`${START}(\\p{Script=Han}{2,8}?(?:自治[县旗]|[县市区旗]))${OFFICE}`, 'gu');

/** What every such name has in it. */
const HINT = /[省市县区州旗]\s*(?:[委财教公民审卫自农纪司统水林商医应生科交城文退住发市残妇]|人民)/u;

/** Words that stand before 县, 市, 区 without being the name of one. */
const GENERAL = /[全各本我该省市县区乡镇州上级及和与有关所在向对为由的]/u;

/** Places that a text names beyond doubt: in the name of a party committee or of an office. */
export function placesIn(text: string): readonly string[] {
  if (!HINT.test(text)) return [];
  const plain = text.normalize('NFKC').replace(/[ \t\u3000]+/gu, '');
  const found = new Set<string>();
  for (const match of plain.matchAll(COMMITTEE)) found.add(match[1] ?? '');
  for (const match of plain.matchAll(NAMED)) {
    const place = (match[1] ?? '').replace(LEADING, '');
    const stem = place.replace(/(?:自治[县旗]|[县市区旗])$/u, '');
    if (stem.length > 1 && !GENERAL.test(stem)) found.add(place);
  }
  found.delete('');
  return [...found];
}

/** Words that lead up to a name (由祁东县…组织). */
const LEADING = /^.*(?:[由与和及对为向在到给请按经报]|[协会]同|配合|组织|支持|帮助|接受|指导)(?=.{3})/u;

/** What members of an office call it, by how its name ends. */
const OWN_WORDS: readonly (readonly [RegExp, RegExp])[] = [
  [/局$/u, /[我本]局/u],
  [/部$/u, /[我本]部/u],
  [/(?:法院|检察院|医院|学院|研究院|设计院|福利院|敬老院|养老院)$/u, /[我本]院/u],
  [/(?:中学|小学|学校|幼儿园|大学|职校|党校)$/u, /[我本](?:校|园)/u],
  [/(?:委员会|委)$/u, /[我本]委/u],
];

const SELF = /(?<![对由为自根基资成文])[我本][局院校](?![部级门限地区域面势准验对])/u;

/** Whether a text has words by which the members of an office call it. */
export function mayBeSelf(text: string): boolean {
  return SELF.test(text);
}

/** 我局 in the table of a 部: the words of another kind of office, as written; null where none stand out. */
export function foreignSelf(text: string, department: string): string | null {
  const words = SELF.exec(text);
  if (!words) return null;
  const name = plainDepartment(department);
  const own = OWN_WORDS.find(([ending]) => ending.test(name));
  return own && !own[1].test(words[0]) ? words[0] : null;
}
