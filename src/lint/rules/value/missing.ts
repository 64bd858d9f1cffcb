import { z } from 'zod';
import { compact } from '../../../text/fold.js';
import { defineRule } from '../../rule.js';

/** 待批复后确定, 待上级下达: the value is put off. */
const PUT_OFF = /^待(?:.{0,12}(?:确定|明确|批复|下达|补充|填报|填写|核定|定))?[。.]?$/;

export const rule = defineRule({
  id: 'value/missing',
  data: z.strictObject({}),
  indicator({ value, measure, name, indicator }, { draft, report }) {
    if (!value) {
      // JSON drafts leave a field out where a table leaves a cell blank.
      if (draft.has('value') && compact(name.core) !== '') report({ message: 'blank', field: 'value', evidence: '' });
      return;
    }
    const putOff = PUT_OFF.test(compact(value.text));
    if (value.kind !== 'missing' && !putOff) return;
    // “无” answers a name that asks for the absence of something: 重大安全责任事故.
    if (value.text === '无' && (measure.negative || measure.kind === 'absence')) return;
    // The target of a worded form may stand in the operator column alone: 指标性质 定性, 指标值 in the explanation.
    if (value.text === '' && compact(indicator.operator ?? '').length > 3) return;
    report({ message: value.text === '' ? 'blank' : 'placeholder', field: 'value', evidence: value.text });
  },
});
