import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Yuan and ten thousand yuan mixed up',
  messages: {
    budget:
      '“{label}” is “{amount}” and the total “{total}”: exactly ten thousand times apart, so “元” and “万元” must be mixed up. Check the unit.',
    cost: '“{name}” costs “{cost}” and the total budget is “{total}”: exactly ten thousand times apart, so “元” and “万元” must be mixed up. Check the unit.',
    initial:
      'The initial budget is “{initial}”, the total of the target table ({sheet}) “{total}”. The two should agree; check them.',
    initialUnit:
      'The initial budget is “{initial}” and the total of the target table ({sheet}) “{total}”: exactly ten thousand times apart, so “元” and “万元” must be mixed up. Check the unit.',
    row: 'The target of “{name}” is “{value}{unit}”, but here it is “{value}{other}”: one number, two units. Check the unit.',
  },
};
