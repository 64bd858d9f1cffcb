import { describe, expect, it } from 'vitest';
import { kindOf } from '../../src/findings/kind.js';
import { KindModel } from '../../src/findings/kind-model.js';
import { loadReadingData } from '../../src/platform/shipped.js';
import { data } from './helpers.js';

describe('kindOf', () => {
  it.each([
    ['绩效目标设置不够科学', 'problem'],
    ['预算编制准确性有待提升', 'problem'],
    ['有待进一步加强宣传力度。', 'problem'],
    ['自评质量可进一步提高，部分材料缺失', 'problem'],
    ['部分产出指标未达目标。', 'problem'],
    ['宣传渠道较为单一。', 'problem'],
    ['各类资源池等资源利用欠充分。', 'problem'],
    ['调度平台与群众之间仍存在一定距离。', 'problem'],
    ['信息系统开发仍有进步空间。', 'problem'],
    ['资助项目程序多，工作流程有待优化。', 'problem'],
    ['自评材料存在细节疏漏', 'problem'],
    ['规范设置绩效指标。', 'suggestion'],
    ['强化绩效管理意识，进一步提升自评工作质量。', 'suggestion'],
    ['加强项目过程监管，严格把关第三方服务质量。', 'suggestion'],
    ['建议项目单位开展不定期考核，对存在的问题及时进行整改', 'suggestion'],
    ['多方联动，打通职能部门工作“壁垒”。', 'suggestion'],
    ['区市场监管局应重新梳理并优化项目流程', 'suggestion'],
    ['组织专业知识培训并针对培训需求开展问卷调查', 'suggestion'],
    ['关注民意，搭建为民服务指挥平台。', 'suggestion'],
    ['应急管理局供应商名录', 'neither'],
    ['该项目于三月启动', 'neither'],
    ['未来三年规划', 'neither'],
    ['', 'neither'],
  ])('%s: %s', (text, kind) => {
    expect(kindOf(text, data).kind).toBe(kind);
  });
});

describe('kindOf with the shipped model', () => {
  it.each([
    ['灯具参数与招标文件对不上，实测功率低12%', 'problem'],
    ['部分设备买来后一直放在仓库，无人使用', 'problem'],
    ['修订考核细则，考核得分与服务费挂钩', 'suggestion'],
    ['把意向订单作为补贴拨付的前置条件', 'suggestion'],
    ['全年开展培训12期，培训学员830人次。', 'neither'],
    ['评价组查阅了合同、凭证和验收资料。', 'neither'],
  ])('%s: %s', async (text, kind) => {
    const { kindModel } = await loadReadingData();
    expect(kindModel).toBeDefined();
    expect(kindOf(text, { ...data, ...(kindModel && { kindModel }) }).kind).toBe(kind);
  });

  it('refuses weights that do not fit', () => {
    const info = { format: 1, buckets: 8, longest: 2, anchored: 3, bias: [0, 0, 0], scale: 1 } as const;
    expect(() => new KindModel({ ...info, bias: [...info.bias] }, new Uint8Array(7))).toThrowError(
      expect.objectContaining({ code: 'bad-model' }),
    );
  });
});
