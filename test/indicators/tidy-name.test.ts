import { describe, expect, it } from 'vitest';
import { test } from '@fast-check/vitest';
import { fc } from '@fast-check/vitest';
import { tidyName } from '../../src/indicators/index.js';

describe('a name that is right is never touched', () => {
  it.each([
    '一、二级公路里程',
    '三、四线城市网点数',
    '1、2号楼加装电梯数',
    '七、八月用水量降幅',
    '第1幼儿园新增学位数',
    '第一、二批补助发放人数',
    'PM2.5浓度',
    'PM10年均浓度下降率',
    '5G基站数',
    '12345热线办结率',
    '110接警处置及时率',
    '1号线客流量',
    '3.8妇女节活动场次',
    '12.4宪法宣传日活动场次',
    '1.5级分流车道长度',
    '2.0版系统上线时间',
    '1.0.2版本发布时间',
    '3-6岁儿童体检率',
    '24小时值守天数',
    '（一）期工程完工时间',
    '(二)标段工程完工率',
    '①号泵站改造完成时间',
    '（二）次供水改造户数',
    '（四）好农村路里程',
    '（三）支一扶人员数',
    'Ⅲ类及以上水质断面比例',
    '4A级以上景区数量',
    '培训人数（线上）',
    '设施完好率(%)',
    '“一件事”集成办理事项数量',
    '《条例》宣传覆盖率',
    'Windows Server授权数',
    '地区 GDP 增速',
    '《民法典》 普法场次'.replace(' ', ''),
    '【新增】巡诊次数',
    '★巡诊次数',
    '指标1：巡诊次数',
    '其中：女学员人数',
    '1:1配套资金到位率',
    '水、电、气供应保障率',
    'A、B类通航机场数量',
    '是否通过验收？',
    '-10℃以下供暖达标率',
    '2024年新建公厕数量',
    '省、市两级补助覆盖率',
  ])('%s', (name) => {
    expect(tidyName(name)).toEqual({ text: name, flaws: [] });
  });
});

describe('numbering, spaces, widths and closing marks', () => {
  it.each([
    ['1.培训人数', '培训人数', ['numbering']],
    ['1. 培训人数', '培训人数', ['numbering']],
    ['12、培训人数', '培训人数', ['numbering']],
    ['1．项目完成率', '项目完成率', ['numbering']],
    ['1.2.培训人数', '培训人数', ['numbering']],
    ['1.1.2培训人数', '培训人数', ['numbering']],
    ['1：培训人数', '培训人数', ['numbering']],
    ['（3）培训人数', '培训人数', ['numbering']],
    ['(三) 培训人数', '培训人数', ['numbering']],
    ['3）培训人数', '培训人数', ['numbering']],
    ['三、培训人数', '培训人数', ['numbering']],
    ['①培训人数', '培训人数', ['numbering']],
    ['2.PM2.5浓度', 'PM2.5浓度', ['numbering']],
    ['★1.培训人数', '★培训人数', ['numbering']],
    ['【新增】（2）培训人数', '【新增】培训人数', ['numbering']],
    ['培训 人数', '培训人数', ['space']],
    ['培训　人数', '培训人数', ['space']],
    ['培训\r\n人数', '培训人数', ['space']],
    ['Windows\nServer授权数', 'Windows Server授权数', ['space']],
    ['培训人数 （线上）', '培训人数（线上）', ['space']],
    ['培训\u200b人数', '培训人数', ['space']],
    ['ＰＭ２．５浓度', 'PM2.5浓度', ['width']],
    ['５Ｇ基站数', '5G基站数', ['width']],
    ['合格率（％）', '合格率（%）', ['width']],
    ['培训人数（线上)', '培训人数（线上）', ['width']],
    ['培训人数；', '培训人数', ['punctuation']],
    ['培训人数。', '培训人数', ['punctuation']],
    ['１．培训 人数：', '培训人数', ['numbering', 'space', 'punctuation']],
  ])('%j → %j', (raw, text, flaws) => {
    expect(tidyName(raw)).toEqual({ text, flaws });
  });
});

test.prop([
  fc.array(fc.constantFrom(...Array.from('一二1２.．、：:()（）①A Ａ％\n★培训人数率期号级')), { maxLength: 14 }),
])('what is tidy stays as it is', (characters) => {
  const { text } = tidyName(characters.join(''));
  const again = tidyName(text);
  // Numbering may stand behind numbering; each tidying takes one away and ends.
  expect(again.text.length).toBeLessThanOrEqual(text.length);
  if (again.flaws.length === 0) expect(again.text).toBe(text);
});

it('reads any name in linear time', () => {
  for (const unit of ['1.', '（1', '① ', '(', '、', ' ', '指标1：', '【'])
    expect(tidyName(unit.repeat(50_000)).text.length).toBeLessThanOrEqual(unit.length * 50_000);
}, 5_000);
