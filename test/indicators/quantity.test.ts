import { describe, expect, it } from 'vitest';
import { understanding } from '../support/rules.js';

const read = (value: string, operator?: string, unit?: string) =>
  understanding().quantities.read(value, operator, unit);

describe('a value with one number', () => {
  it.each<[string, string | undefined, number, string | undefined]>([
    ['≥95%', '≥', 95, '%'],
    ['不低于90%', '≥', 90, '%'],
    ['95%以上', '≥', 95, '%'],
    ['100 %', undefined, 100, '%'],
    ['１２场', undefined, 12, '场'],
    ['三次', undefined, 3, '次'],
    ['两次', undefined, 2, '次'],
    ['百分之九十', undefined, 90, '%'],
    ['≤30万元/公里', '≤', 30, '万元/公里'],
    ['0起', undefined, 0, '起'],
    ['1,200.5亩', undefined, 1200.5, '亩'],
    ['＞80％', '>', 80, '%'],
    ['>=5期', '≥', 5, '期'],
    ['3家（含）以上', '≥', 3, '家'],
    ['至少24个', '≥', 24, '个'],
    ['5个工作日内', '≤', 5, '个工作日'],
    ['1.2万人次', undefined, 1.2, '万人次'],
    ['1.2万', undefined, 12000, undefined],
    ['十二台（套）', undefined, 12, '台(套)'],
    ['5百米', undefined, 5, '百米'],
    ['≥1200元/人·月', '≥', 1200, '元/人·月'],
    ['-3%', undefined, -3, '%'],
    ['2h以内', '≤', 2, 'h'],
    ['480具', undefined, 480, '具'],
    ['不大于1:4', '≤', 0.25, '比'],
    ['叁拾陆万元', undefined, 360000, '元'],
    ['三分之二以上', '≥', 66.6667, '%'],
    ['不超过万分之一', '≤', 0.01, '%'],
    ['≤千分之3', '≤', 0.3, '%'],
    ['≥ 1 200 人次', '≥', 1200, '人次'],
    ['每季度不少于1次', '≥', 1, '次'],
    ['负6场', undefined, -6, '场'],
    ['90个日历日内', '≤', 90, '个日历日'],
    ['十二', undefined, 12, undefined],
    ['18.6 万平方米', undefined, 18.6, '万平方米'],
  ])('%s', (text, operator, value, unit) => {
    const { kind, numbers } = read(text);
    expect(kind).toBe('number');
    expect(numbers).toHaveLength(1);
    const [number] = numbers;
    expect(number?.operator).toBe(operator);
    expect(number?.unit?.text).toBe(unit);
    expect(number?.value).toBe(value);
  });

  it('takes operator and unit from the columns beside it', () => {
    const [number] = read('95', '≥', '%').numbers;
    expect(number).toMatchObject({ value: 95, operator: '≥', unit: { text: '%', dimension: 'ratio' } });
  });

  it('lets the value win over the columns', () => {
    const [number] = read('≤5天', '≥', '个').numbers;
    expect(number).toMatchObject({ value: 5, operator: '≤', unit: { text: '天', dimension: 'time' } });
  });

  it.each(['80%-90%', '80-90%', '80%～90%', '80%至90%'])('reads the range %s', (text) => {
    expect(read(text).numbers).toMatchObject([{ value: 80, high: 90, unit: { text: '%' } }]);
  });

  it.each(['增长10%', '较上年增长10%', '同比下降10%', '提高10%以上', '降低≥10%'])(
    'knows that %s is a change',
    (text) => {
      expect(read(text).numbers[0]).toMatchObject({ value: 10, change: true });
    },
  );
});

describe('a value without a number', () => {
  it.each([
    ['', 'missing'],
    ['/', 'missing'],
    ['——', 'missing'],
    ['待定', 'missing'],
    ['×××', 'missing'],
    ['XX%', 'missing'],
    ['N/A', 'missing'],
    ['12月31日前', 'date'],
    ['2024年第四季度', 'date'],
    ['2024年底前', 'date'],
    ['2024-12-31', 'date'],
    ['2024年12月', 'date'],
    ['年内', 'date'],
    ['是', 'yes-no'],
    ['完成', 'yes-no'],
    ['达标', 'yes-no'],
    ['按时完成', 'yes-no'],
    ['无重大事故', 'absence'],
    ['零投诉', 'absence'],
    ['达到一级养护标准', 'standard'],
    ['达成预期/部分达成/未达成', 'standard'],
    ['符合GB 5749-2022要求', 'standard'],
    ['Ⅲ类', 'standard'],
    ['良好', 'words'],
    ['有所提升', 'words'],
    ['形成一定影响', 'words'],
    ['进一步完善', 'words'],
    ['推动十四五规划落实', 'words'],
  ])('%s is %s', (text, kind) => {
    expect(read(text).kind).toBe(kind);
  });

  it('keeps year, month and day of a date', () => {
    expect(read('2024年11月30日前').dates).toMatchObject([{ year: 2024, month: 11, day: 30 }]);
  });
});

describe('several numbers', () => {
  it('keeps each with its unit', () => {
    expect(read('检测1000人次以上，培训600人以上').numbers).toMatchObject([
      { value: 1000, operator: '≥', unit: { text: '人次' } },
      { value: 600, operator: '≥', unit: { text: '人' } },
    ]);
  });

  it('tells 12个月 (how long) from 12月 (when)', () => {
    expect(read('12个月').numbers).toMatchObject([{ value: 12, unit: { dimension: 'time' } }]);
    expect(read('12月').kind).toBe('date');
  });
});

describe('what is read beside the number', () => {
  it.each([
    ['20多公里', true],
    ['300余家', true],
    ['三五天', true],
    ['20公里', false],
  ])('%s is meant loosely: %s', (text, approximate) => {
    expect(read(text).numbers[0]?.approximate).toBe(approximate);
  });

  it('keeps apart what brackets add', () => {
    const { numbers, notes } = read('600人次（线上400人次，线下200人次）');
    expect(numbers).toMatchObject([{ value: 600 }]);
    expect(notes.map(({ value }) => value)).toEqual([400, 200]);
  });

  it('takes a bracket behind a separator for a target of its own', () => {
    expect(read('空气呼吸器（60具）、防护服（120套）').numbers.map(({ value }) => value)).toEqual([60, 120]);
  });

  it('knows that 增加值35亿元 is a level and 增长5% a change', () => {
    expect(read('增加值达到35亿元').numbers[0]?.change).toBe(false);
    expect(read('增长不低于5%').numbers[0]?.change).toBe(true);
  });

  it('does not take a word for an operator where no number follows', () => {
    expect(read('达到国家标准').numbers).toEqual([]);
    expect(read('为群众办实事10件').numbers[0]?.operator).toBeUndefined();
  });
});

describe('what cannot be read is named with its place', () => {
  it.each([
    ['≥≤5', '≥≤'],
    ['≥≥95%', '≥≥'],
    ['1O0%', '1o0%'],
    ['5..2', '5..2'],
    ['#REF!1', '#ref!'],
    ['2024年13月45日', '年13月'],
    ['9%5', '9%5'],
  ])('%s: %s', (text, piece) => {
    const { unread, text: folded } = read(text);
    const [first] = unread;
    expect(first?.text).toBe(piece);
    expect(folded.toLowerCase().slice(first?.start, first?.end)).toContain(piece);
  });

  it.each(['8-10期', '≤00:00:15', '升级至V3.2.1版本', '≤¥1,280.00/台', '7×24小时', '(0,5]%', '2024-12-31'])(
    '%s is readable',
    (text) => {
      expect(read(text).unread).toEqual([]);
    },
  );
});

describe('dates told by another year', () => {
  it.each([
    ['次年3月底前', 1],
    ['上年12月31日前', -1],
    ['12月31日前', undefined],
  ])('%s: %s', (text, offset) => {
    expect(read(text).dates[0]?.offset).toBe(offset);
  });

  it('reads 汉字 and closed-up years', () => {
    expect(read('二〇二五年四月').dates[0]?.year).toBe(2025);
    expect(read('20240331').dates[0]).toMatchObject({ year: 2024, month: 3, day: 31 });
  });
});
