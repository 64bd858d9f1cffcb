/** Letters of a bureau that tell a unit what an evaluation has found. */
import { describe, expect, it } from 'vitest';
import { findFindings } from '../../src/findings/review.js';
import { data, textDocument } from './helpers.js';

const letter = ({
  addressed = '县水务局',
  opening = '我局对你单位实施的“老旧闸站改造工程”开展了绩效评价。',
  close = '',
}) =>
  findFindings(
    textDocument(
      `柳河县财政局关于反馈2024年度县级重点项目绩效评价结果的函\n\n${addressed}：\n${opening}\n一、主要问题\n1.闸门锈蚀。\n二、整改要求\n1.更换闸门。\n2.按月巡检。\n${close}`,
    ),
    data,
  );
const owner = (parts: Parameters<typeof letter>[0]): string => {
  const [finding] = letter(parts);
  return `${finding?.project ?? '-'} ／ ${finding?.unit ?? '-'} ／ ${finding?.year ?? '-'}`;
};

describe('letters', () => {
  it('names the addressee and the project that it carries out', () => {
    expect(owner({})).toBe('老旧闸站改造工程 ／ 县水务局 ／ 2024');
    expect(owner({ opening: '近期对贵局承担的《河道清淤项目》（预算80万元）进行了评价。' })).toBe(
      '河道清淤项目 ／ 县水务局 ／ 2024',
    );
  });

  it('names no single project where the letter is about several', () => {
    const opening = '对你局实施的“河道清淤项目”、负责的“闸站改造工程”开展了评价。';
    expect(owner({ opening })).toBe('- ／ 县水务局 ／ 2024');
  });

  it('names no single unit where several are addressed', () => {
    expect(owner({ addressed: '县水务局、县教育局', opening: '对你单位实施的项目开展了评价。' })).toBe(
      '- ／ - ／ 2024',
    );
  });

  it.each([
    '请你单位于收到本函之日起30个工作日内，将整改情况书面报送我局。',
    '　　请于7月底前将整改落实情况报我委。',
    '以上问题请抓紧整改，并于收到本通知后一个月内书面反馈我局。',
  ])('takes the wish for a reply for no measure: %s', (close) => {
    expect(letter({ close }).map(({ text }) => text)).toEqual(['闸门锈蚀。', '更换闸门。', '按月巡检。']);
  });

  it.each(['请主管部门按季向财政部门报送绩效监控情况。', '请你单位建立闸站台账，落实管护责任。'])(
    'keeps what asks for a measure: %s',
    (close) => {
      expect(letter({ close }).map(({ text }) => text)).toContain(close);
    },
  );
});

describe('titles of letters', () => {
  it('keep the sender apart from the unit that was evaluated', () => {
    const [finding] = findFindings(
      textDocument('柳河县财政局关于河道清淤项目绩效评价结果的通报\n\n一、存在问题\n1.闸门锈蚀。'),
      data,
    );
    expect([finding?.project, finding?.unit]).toEqual(['河道清淤项目', undefined]);
  });
});
