import { describe, expect, it } from 'vitest';
import { beforePageNumber, pageNumber } from '../../src/text/page-number.js';

describe('numbers of pages', () => {
  it.each([
    '第 1 页 共 3 页',
    '第1页，共3页',
    '第3页（共15页）',
    '共 3 页 第 1 页',
    '第十二页',
    '第 16 页',
    '16页',
    '- 2 -',
    '— 3 —',
    '－１２－',
    '·4·',
    '-iv-',
    '— 第5页 —',
    '1/3',
    ' 3 / 15 ',
    '3/15页',
    'Page 3 of 15',
    'P.3',
  ])('%s shows that it is one', (text) => {
    expect(pageNumber(text)).toBe('marked');
  });

  it.each(['3', ' 12 ', 'iv', '-3', '7－'])('%s may be one', (text) => {
    expect(pageNumber(text)).toBe('bare');
  });

  it.each([
    '',
    '15/3',
    '2024',
    '3天',
    '第3页起',
    '印刷材料3页以上',
    '1200页',
    '第三季度',
    '≥3',
    '3%',
    '3-5',
    '2024/5/1',
    'vivid',
    '产出指标',
  ])('%s is none', (text) => {
    expect(pageNumber(text)).toBeUndefined();
  });

  it('stands behind a running foot', () => {
    expect(beforePageNumber('临河市水务评价中心      第 3 页 共 15 页')).toBe('临河市水务评价中心');
    expect(beforePageNumber('第 3 页')).toBe('');
    expect(beforePageNumber('见评价报告第 3 页。')).toBeUndefined();
  });
});
