/** What of a document was not read, as a sentence. */

const TEXTS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'sheet-cut': [
    '表“#”超过 200000 行或 512 列，其后的内容没有读取',
    'table “#” goes on behind row 200000 or column 512; that was not read',
  ],
  'page-without-text': [
    '第 # 页没有文字（可能是扫描的图片），没有读取',
    'page # holds no text (a scan, perhaps) and was not read',
  ],
  'page-unreadable': [
    '第 # 页的字体没有文字对照表，只能读出乱码，没有读取；请用 Word、Excel 原文件，或先做文字识别',
    'the fonts of page # do not say what their signs mean, and it was not read; take the original file, or recognise the text first',
  ],
  'formula-without-result': [
    '# 格公式没有保存计算结果，按空格读取（这里是第一格）；请用 Excel 或 WPS 打开后重新保存',
    'formulas in # cells were saved without their results, and the cells read as blank (here is the first); open and save the workbook in Excel or WPS',
  ],
  'sheet-without-table': [
    '工作表“#”里没有找到绩效指标表，没有检查',
    'no table of indicators was found on sheet “#”, which was not checked',
  ],
  'sheet-hidden': [
    '隐藏的工作表“#”里有绩效指标表，没有检查；需要检查请先取消隐藏',
    'the hidden sheet “#” has a table of indicators that was not checked; unhide it to have it checked',
  ],
  'row-hidden': [
    '隐藏的行里有指标，没有检查；需要检查请先取消隐藏',
    'the hidden row has an indicator that was not checked; unhide it to have it checked',
  ],
  'table-not-read': [
    '另有 # 张表没有找到绩效指标，没有检查（这里是第一张）',
    'in # more tables no indicators were found, and they were not checked (here is the first)',
  ],
  'table-cut': [
    '表格换页，下一页有的行没有读出；合计、完整性未检查',
    'the table goes on over the page and not all of its rows there could be read; sums and completeness were not checked',
  ],
  'value-column': [
    '有几列指标值，按年度读取的是#，括号内的没有检查',
    'of several columns of targets the one of the year was read: #; those in brackets were not checked',
  ],
  'table-unclear': [
    '这张表没有框线，各列分不清，没有检查；请用 Word、Excel 原文件，或带框线的 PDF',
    'this table has no lines and its columns could not be told apart; it was not checked. Take the original file, or a PDF with lines',
  ],
  'mapping-no-label': [
    '列对应文件里的标签（labels）“#”在文件中没有找到，没有用上；请核对写法',
    'the label “#” of the mapping is not in the file and was not used; check how it is written, or take it out of labels',
  ],
  'field-misplaced': [
    '字段“#”写在了 project 外面，没有读取；请移到 project 里（project.#）',
    'the field “#” stands outside of project and was not read; move it into project (project.#)',
  ],
  'field-misspelled': ['有字段没有读取，名称可能写错了：#', 'a field was not read; its name may be misspelled: #'],
  'entry-skipped': ['不是可以读取的格式，没有读取', 'not of a format that can be read'],
};

/** `subject` is what the notice is about: a sheet, a page. A code without a sentence gives the subject itself. */
export function noticeText(code: string, subject: string, language: 'zh' | 'en'): string {
  const text = (TEXTS[code] ?? ['#', '#'])[language === 'zh' ? 0 : 1];
  // The one table of a text file has no name.
  return subject === '' ? text.replace(/ ?“#”/u, '') : text.replaceAll('#', () => subject);
}
