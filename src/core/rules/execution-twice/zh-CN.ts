import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '预算执行率重复计分',
  messages: {
    grid: '资金表里的预算执行率已占{execution}分，“{name}”又占{weight}分，同一件事计了两次分。请删去这个指标，调整分值。',
    'set-aside':
      '各指标合计{sum}分，留出的{execution}分就是预算执行率；“{name}”又占{weight}分，同一件事会计两次分。请换用别的指标。',
  },
};
