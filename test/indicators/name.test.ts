import { describe, expect, it } from 'vitest';
import { readName } from '../../src/indicators/index.js';

describe('what stands in brackets in a name', () => {
  it.each([
    ['培训人数（线上）', '培训人数', ['线上']],
    ['培训人数（线上', '培训人数', ['线上']],
    ['线上）培训人数', '线上)培训人数', []],
    ['培训（含研修（线上）班）人数', '培训班)人数', ['含研修', '线上']],
    ['古籍（善本）修复（册）数量', '古籍修复数量', ['善本', '册']],
    ['（培训人数）', '培训人数', []],
    ['验收合格率（%）；', '验收合格率', ['%']],
    ['验收合格率%', '验收合格率', []],
    ['资金到位率100%', '资金到位率100%', []],
  ])('%s measures %s', (raw, core, brackets) => {
    const name = readName(raw);
    expect(name.core).toBe(core);
    expect(name.brackets).toEqual(brackets);
  });
});
