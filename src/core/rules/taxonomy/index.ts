import { LEVELS, level1Of, meantLevel2, officialLevel1, parentOf } from '../../indicator';
import { defineRule } from '../rule';
import type { Tree } from '../../indicator';
import type { Source } from '../rule';

/** The county variant has no rule of its own. */
const SOURCES: Readonly<Record<Tree, Source | null>> = {
  '2015': { document: '财预〔2015〕88号', clause: '附件 绩效指标', scope: 'central' },
  '2021': { document: '财预〔2021〕101号', clause: '附件 绩效指标', scope: 'central-project' },
  county: null,
};

const TREE_NAMES: Readonly<Record<Tree, string>> = { '2015': '2015年分类', '2021': '2021年分类', county: '旧版县区' };

export const rule = defineRule({
  code: 'PT404',
  name: 'taxonomy',
  scope: 'table',
  severity: 'warning',
  dimension: 'completeness',
  fields: ['level1', 'level2'],
  *check(table) {
    const { tree } = table;
    if (!tree) return;
    const source = SOURCES[tree];
    const seen = new Set<string>();
    for (const indicator of table.indicators) {
      const { level1, level2 } = indicator;
      const above = level1 ? level1Of(level1.value) : null;
      const id = level2 ? meantLevel2(level2.value) : null;
      if (!level1 || !level2 || above === null || above === 'input' || id === null) continue;
      if (LEVELS[tree][above]?.includes(id)) continue;
      // Satisfaction under the benefits is the county variant, whatever else the table follows.
      if (id === 'service-satisfaction' && above === 'benefit' && tree === '2015') continue;
      // 成本 under 成本, 满意度 under 满意度: level 1 named once more says nothing wrong.
      if ((above === 'cost' && id === 'output-cost') || (above === 'satisfaction' && id === 'service-satisfaction')) {
        continue;
      }
      const place = `${above}|${id}`;
      if (seen.has(place)) continue;
      seen.add(place);
      const parent = parentOf(id, tree);
      yield {
        message: parent ? 'misplaced' : 'mixed',
        cell: level2.cell,
        field: 'level2',
        indicator,
        data: {
          level1: level1.value,
          level2: level2.value,
          tree: TREE_NAMES[tree],
          ...(parent ? { parent: officialLevel1(parent) } : {}),
        },
        ...(source ? { source } : {}),
      };
    }
  },
});
