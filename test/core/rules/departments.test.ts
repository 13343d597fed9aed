import { departmentInTitle, foreignSelf, placesIn, regionOf, withCommittee } from '../../../src/core/rules/departments';

test.each([
  ['中共衡山县组织部', '中共衡山县委组织部'],
  ['中共某某侗族自治县宣传部', '中共某某侗族自治县委宣传部'],
  ['中共衡阳市政法委', '中共衡阳市委政法委'],
  ['中共衡山县委组织部', null],
  ['中共衡山县纪律检查委员会', null],
  ['中共衡山县委员会党校', null],
  ['衡山县财政局', null],
  ['中共湖南省委办公厅', null],
])('%s → %s', (name, right) => expect(withCommittee(name)).toBe(right));

test.each([
  ['中共衡山县委组织部', '衡山县'],
  ['衡山县财政局', '衡山县'],
  ['深圳市宝安区松岗街道办事处（本级）', '宝安区'],
  ['衡阳市财政局', '衡阳市'],
  ['财政局', null],
])('%s is of %s', (name, region) => expect(regionOf(name)).toBe(region));

test.each([
  ['青溪县教育局2025年部门整体支出绩效目标表', '青溪县教育局'],
  ['中共青溪县委办公室部门整体支出绩效目标表', '中共青溪县委办公室'],
  ['青溪县2025年部门整体支出绩效目标表', null],
  ['2025年部门整体支出绩效目标表', null],
  ['部门（单位）整体支出绩效目标表', null],
])('the department in %s: %s', (title, name) => expect(departmentInTitle(title)).toBe(name));

test.each<[string, readonly string[]]>([
  ['完成中共祁东县委交办的任务', ['祁东县']],
  ['由祁东县财政局组织', ['祁东县']],
  ['协同祁东县人民政府、南岳区教育局', ['祁东县', '南岳区']],
  ['承办县委、县人民政府交办的其他事项', []],
  ['及时向市委组织部和县委反映重要情况', []],
  ['全县财政局、各区教育局', []],
  ['县市区人民政府', []],
])('places named in %s', (text, places) => expect(placesIn(text)).toEqual(places));

test.each([
  ['我院组织的检查', '衡山县财政局', '我院'],
  ['我局组织的检查', '衡山县财政局', null],
  ['我局组织的检查', '中共衡山县委组织部', '我局'],
  ['本局部门预算', '中共衡山县委组织部', null],
  ['我校招生', '衡山县第一中学', null],
  ['我局组织的检查', '松岗街道办事处', null],
])('%s in the table of %s: %s', (text, name, words) => expect(foreignSelf(text, name)).toBe(words));
