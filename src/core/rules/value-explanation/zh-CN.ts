import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '指标值与指标解释不一致',
  messages: { differs: '“{name}”的指标值是{value}，指标解释写的却是“{found}”。请核对，改为一致。' },
  fixes: { target: '指标值改为{to}', explanation: '指标解释中的数改为{to}' },
};
