import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '指标与所属类别不符',
  messages: {
    satisfaction: '“{name}”问的是满意度，却归在“{level2}”。请移到“{other}”。',
    process:
      '“{name}”反映预算执行的过程，归在“{level2}”不合适，自评时还会与预算执行率10分重复。请改用反映工作成果的指标。',
    input: '“{name}”是投入，不是“{level2}”要反映的产出。请改用完成了多少工作的指标。',
    control: '“{name}”属于投入和过程方面的指标，归在“{level2}”不够贴切。请考虑改归类或换用成果指标。',
    politics: '“{name}”不是“{level2}”的内容。请改归类，或换用反映经济效果的指标。',
    outcome:
      '“{name}”反映的是工作做到什么程度，属于产出；“{level2}”要反映它带来的变化。请考虑移到质量指标，另设效益指标。',
    rate: '“{name}”是比率，归在“{level2}”不够贴切。数量指标写完成多少，比率请归入质量指标。',
  },
};
