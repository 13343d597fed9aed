import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '比较方向可疑',
  messages: {
    fewer: '“{name}”越低越好，指标值却写成“{sign}{value}”，超支、出错反而算达标。请核对比较符号。',
    cost: '“{name}”是成本，指标值却写成“{sign}{value}”，花得越多越算达标。请核对比较符号。',
    more: '“{name}”越高越好，指标值却写成“{sign}{value}”，做得少反而算达标。请核对比较符号。',
  },
  fixes: { flip: '比较符号改为“{to}”' },
};
