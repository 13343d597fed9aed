import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '计量单位不一致',
  messages: {
    explanation: '“{name}”的计量单位是“{unit}”，指标解释却按“{found}”写。{unit}与{found}不是同一种计量，请统一。',
    name: '“{name}”的计量单位是“{unit}”，而指标名称按“{found}”计。请统一。',
    target: '“{name}”的计量单位是“{unit}”，指标值里写的却是“{found}”。请统一。',
    amount: '“{name}”是金额，计量单位却是“{unit}”。请核对单位，或者把名称改成比率。',
  },
  fixes: { unit: '计量单位改为“{to}”' },
};
