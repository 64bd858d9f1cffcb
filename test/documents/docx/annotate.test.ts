import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { annotateDocx, type WordMark } from '../../../src/documents/docx/annotate.js';
import { readDocument } from '../../../src/documents/read-document.js';
import { fixturePath } from '../../support/documents.js';
import { changedParts } from '../../support/ooxml/package.js';
import { commentedText, wordFaults } from '../../support/ooxml/word.js';
import { NAMESPACES, p, tbl, tc, tr, wordFile } from '../../support/word.js';

const annotate = (bytes: Uint8Array, ...marks: WordMark[]) => annotateDocx(bytes, marks, 'a.docx');
const cell = (row: number, column: number, words?: string): WordMark => ({
  location: { table: 1, row, column },
  ...(words !== undefined && { words }),
  comment: `批注 ${row}.${column}`,
});
const textsOf = (bytes: Uint8Array) => commentedText(bytes).map(({ text }) => text);

async function expectSound(before: Uint8Array, after: Uint8Array): Promise<void> {
  expect(wordFaults(after)).toEqual([]);
  const [{ grids, text, lines }, now] = [await readDocument(before, 'a.docx'), await readDocument(after, 'a.docx')];
  expect({ grids: now.grids, text: now.text, lines: now.lines }).toEqual({ grids, text, lines });
}

describe('comments in a copy of a Word document', () => {
  const form = wordFile(
    p('绩效目标申报表') +
      tbl(
        tr(tc(p('三级指标')), tc(p('指标值'))),
        tr(tc(p('改造路段数量')), tc(p('大约3处'))),
        tr(tc(p('验收合格率')), tc('<w:p/>')),
      ) +
      p('填报说明'),
  );

  it('stand at the words, at the cell, and in a blank cell', async () => {
    const copy = annotate(form, cell(2, 2, '大约'), cell(2, 1), cell(3, 2));
    await expectSound(form, copy);
    expect(commentedText(copy)).toEqual([
      { author: 'jixiao', comment: '批注 2.1', text: '改造路段数量' },
      { author: 'jixiao', comment: '批注 2.2', text: '大约' },
      { author: 'jixiao', comment: '批注 3.2', text: '' },
    ]);
  });

  it('leave every other part as it was, byte for byte', () => {
    expect(changedParts(form, annotate(form, cell(2, 2)))).toEqual([
      '+word/_rels/document.xml.rels',
      '+word/comments.xml',
      '[Content_Types].xml',
      'word/document.xml',
    ]);
    expect(changedParts(form, annotate(form))).toEqual([]);
  });

  it('mark the whole cell where the words stand in it twice', () => {
    const twice = wordFile(tbl(tr(tc(p('名称')), tc(p('3处和3处'))), tr(tc(p('甲')), tc(p('乙')))));
    expect(textsOf(annotate(twice, cell(1, 2, '3处')))).toEqual(['3处和3处']);
  });

  it('go to the first paragraph where the place is none of the document', async () => {
    const copy = annotate(
      form,
      { location: {}, comment: '整份' },
      { location: { table: 7, row: 1, column: 1 }, comment: '没有' },
    );
    await expectSound(form, copy);
    expect(textsOf(copy)).toEqual(['绩效目标申报表', '绩效目标申报表']);
  });

  it('reach over several paragraphs of a cell and of the text', async () => {
    const long = wordFile(tbl(tr(tc(p('目标')), tc(p('目标1：甲。') + p('目标2：乙。')))) + p('一是甲') + p('二是乙'));
    const copy = annotate(
      long,
      cell(1, 2),
      { location: { table: 1, row: 1, column: 2 }, span: { start: 4, end: 9 }, comment: '一段' },
      { location: { paragraph: 1 }, span: { start: 2, end: 6 }, comment: '两段' },
    );
    await expectSound(long, copy);
    expect(commentedText(copy).map(({ comment, text }) => [comment, text])).toEqual([
      ['批注 1.2', '目标1：甲。目标2：乙。'],
      ['一段', '甲。目标'.slice(0, 4)],
      ['两段', '甲二是'.slice(0, 3)],
    ]);
  });

  it('part runs of any kind and keep how they look', async () => {
    const bold = '<w:rPr><w:b/><w:rPrChange w:id="3" w:author="张三"><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>';
    const body =
      `<w:p><w:pPr><w:jc w:val="left"/><w:rPr><w:b/></w:rPr></w:pPr><w:r>${bold}<w:t>年度&amp;目标</w:t><w:tab/><w:t>完成A&#x1F600;B</w:t></w:r>` +
      '<w:hyperlink w:anchor="x"><w:r><w:t>链接里的字</w:t></w:r></w:hyperlink>' +
      '<w:ins w:id="5" w:author="张三"><w:r><w:t>后来加的</w:t></w:r></w:ins><w:del w:id="6" w:author="张三"><w:r><w:delText>删掉</w:delText></w:r></w:del>' +
      '<w:sdt><w:sdtContent><w:r><w:t xml:space="preserve">控件 里</w:t></w:r></w:sdtContent></w:sdt></w:p>';
    const file = wordFile(body);
    const text = '年度&目标\t完成A😀B链接里的字后来加的控件 里';
    const parts = ['度&目', '标\t完', '😀', '里的字后', '来加', '件 ', ' 里', 'B链', text];
    const marks = parts.map((words) => ({ location: { paragraph: 1 }, words, comment: words }));
    const copy = annotate(file, ...marks);
    await expectSound(file, copy);
    const found = commentedText(copy);
    expect(found).toHaveLength(parts.length);
    for (const { comment, text: marked } of found) expect(marked).toBe(comment.replace('\t', ''));
  });

  it('of text boxes go to the paragraph at which the box hangs', async () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p('框里的字')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('框里的字')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const file = wordFile(`${p('前')}<w:p>${box}<w:r><w:t>旁边</w:t></w:r></w:p>`);
    const { text = '' } = await readDocument(file, 'a.docx');
    const start = text.indexOf('框里');
    expect(start).toBeGreaterThanOrEqual(0);
    const copy = annotate(file, { location: {}, span: { start, end: start + 2 }, comment: '框' });
    await expectSound(file, copy);
    expect(textsOf(copy)[0]).toContain('旁边');
  });

  it('find the cells of tables inside tables and of merged ones', async () => {
    const inner = tbl(tr(tc(p('三级指标')), tc(p('指标值'))), tr(tc(p('数量')), tc(p('3个'))));
    const merged = tr(tc(p('丙'), '<w:gridSpan w:val="2"/>'), tc(p('丁'), '<w:vMerge w:val="restart"/>'));
    const below = tr(tc(p('1')), tc(p('2')), tc(p(''), '<w:vMerge/>'));
    const file = wordFile(tbl(tr(tc(p('绩效指标')), tc(`${inner}<w:p/>`))) + p('另一张') + tbl(merged, below));
    const copy = annotate(
      file,
      { location: { table: 1, row: 2, column: 3 }, words: '3个', comment: '内' },
      { location: { table: 2, row: 2, column: 3 }, comment: '并' },
    );
    await expectSound(file, copy);
    expect(textsOf(copy)).toEqual(['3个', '丁']);
  });

  it('hold what XML cannot, in a readable form', async () => {
    const comment = 'a\u0000<b>&\u001b\uD800😀\n第二行';
    const copy = annotate(form, { ...cell(2, 1), comment });
    await expectSound(form, copy);
    expect(commentedText(copy)[0]?.comment).toBe('a<b>&\uFFFD😀\n第二行');
  });
});

describe('comments that are there already', () => {
  const theirs = (more = '') =>
    `<w:comments ${NAMESPACES}><w:comment w:id="1" w:author="李四"><w:p w14:paraId="0A"><w:r><w:t>请核实</w:t></w:r></w:p></w:comment>${more}</w:comments>`;
  const marked =
    '<w:commentRangeStart w:id="1"/><w:r><w:t>大约3处</w:t></w:r><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>';
  const file = wordFile(tbl(tr(tc(p('数量')), tc(`<w:p>${marked}</w:p>`)), tr(tc(p('甲')), tc(p('乙')))), [
    { path: 'word/comments.xml', type: 'comments', xml: theirs() },
  ]);

  it('stay, with ids of their own', async () => {
    const copy = annotate(file, cell(1, 2, '3处'));
    await expectSound(file, copy);
    expect(commentedText(copy)).toEqual([
      { author: '李四', comment: '请核实', text: '大约3处' },
      { author: 'jixiao', comment: '批注 1.2', text: '3处' },
    ]);
  });

  it('are replaced where they are of an earlier run', async () => {
    const first = annotate(file, cell(1, 2, '3处'), cell(2, 1));
    const again = annotate(first, cell(2, 2));
    await expectSound(file, again);
    expect(commentedText(again).map(({ comment }) => comment)).toEqual(['请核实', '批注 2.2']);
    const none = annotate(again);
    await expectSound(file, none);
    expect(commentedText(none).map(({ comment }) => comment)).toEqual(['请核实']);
  });

  it('are the same after a second run with the same results', () => {
    const first = annotate(file, cell(1, 2, '3处'), cell(2, 1));
    expect(commentedText(annotate(first, cell(1, 2, '3处'), cell(2, 1)))).toEqual(commentedText(first));
  });

  it('stay where somebody has answered, and are not said again', async () => {
    const own =
      '<w:comment w:id="2" w:author="jixiao"><w:p w14:paraId="0B"><w:r><w:t>批注 2.1</w:t></w:r></w:p></w:comment>';
    const stale =
      '<w:comment w:id="4" w:author="jixiao"><w:p w14:paraId="0D"><w:r><w:t>旧</w:t></w:r></w:p></w:comment>';
    const reply =
      '<w:comment w:id="3" w:author="王五"><w:p w14:paraId="0C"><w:r><w:t>已改</w:t></w:r></w:p></w:comment>';
    const at = (ids: number[], text: string) =>
      `<w:p>${ids.map((id) => `<w:commentRangeStart w:id="${id}"/>`).join('')}<w:r><w:t>${text}</w:t></w:r>${ids
        .map(
          (id) =>
            `<w:commentRangeEnd w:id="${id}"/><w:r><w:rPr><w:rStyle w:val="a5"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`,
        )
        .join('')}</w:p>`;
    const threads = `<w15:commentsEx ${NAMESPACES}><w15:commentEx w15:paraId="0B"/><w15:commentEx w15:paraId="0C" w15:paraIdParent="0B"/><w15:commentEx w15:paraId="0D"/></w15:commentsEx>`;
    const answered = wordFile(tbl(tr(tc(p('数量')), tc(at([4], '3处'))), tr(tc(at([2, 3], '甲')), tc(p('乙')))), [
      {
        path: 'word/comments.xml',
        type: 'comments',
        xml: `<w:comments ${NAMESPACES}>${own}${reply}${stale}</w:comments>`,
      },
      { path: 'word/commentsExtended.xml', type: 'commentsExtended', xml: threads },
    ]);
    const copy = annotate(answered, cell(2, 1), cell(2, 2));
    await expectSound(answered, copy);
    expect(commentedText(copy).map(({ comment, text }) => [comment, text])).toEqual([
      ['批注 2.1', '甲'],
      ['已改', '甲'],
      ['批注 2.2', '乙'],
    ]);
  });
});

describe('the samples', () => {
  it.each(['formats/draft.docx', 'formats/report.docx'])(
    '%s takes a comment at each of its cells and lines',
    async (name) => {
      const bytes = readFileSync(fixturePath(name));
      const { grids, lines } = await readDocument(bytes, name);
      const cells = grids.flatMap(({ rows, places }) =>
        rows.flatMap((row, index) =>
          row.map((_, column) => ({
            location: { ...places?.[index], column: column + 1 },
            comment: `${index}.${column}`,
          })),
        ),
      );
      const passages = lines
        .filter(({ text }) => text.length > 3)
        .map(({ text, start }) => ({
          location: {},
          span: { start: start + 1, end: start + text.length - 1 },
          comment: text.slice(1, -1),
        }));
      const copy = annotateDocx(bytes, [...cells, ...passages], name);
      await expectSound(bytes, copy);
      const found = commentedText(copy);
      expect(found).toHaveLength(cells.length + passages.length);
      // A list number is no text that a comment could stand at.
      const said = new Set(passages.map(({ comment }) => comment));
      const wrong = found.filter(({ comment, text }) => said.has(comment) && !comment.endsWith(text || '?'));
      expect(wrong).toEqual([]);
    },
  );
});
