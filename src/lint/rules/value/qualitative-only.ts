import { compact } from '../../../text/fold.js';
import { barePraise, noFigure } from '../../qualitative/any-words.js';
import { isCompared, isNormal, isUnanswered, withoutFigure } from '../../qualitative/no-figure.js';
import { data } from '../../qualitative/words.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'value/qualitative-only',
  data,
  indicator(understood, { data: patterns, understanding, report }) {
    const { value, measure, levels, indicator } = understood;
    const { words } = understanding;
    const lacking = withoutFigure(understood, understanding, patterns);
    if (value && lacking && !words.hasScale(indicator.explanation))
      return report({ message: lacking, field: 'value', evidence: value.raw });
    if (value && isUnanswered(understood, patterns)) {
      if (words.hasScale(indicator.explanation)) return;
      const message = levels.level1 === 'benefit' ? 'benefit' : 'other';
      return report({ message, field: 'value', evidence: value.raw, values: { word: value.text } });
    }
    if (value && isCompared(understood, patterns)) {
      if (words.hasScale(indicator.explanation)) return;
      return report({ message: 'compared', field: 'value', evidence: value.raw });
    }
    if (value && isNormal(understood, patterns) && !words.hasScale(indicator.explanation)) {
      const message = levels.level1 === 'benefit' ? 'benefit' : 'other';
      return report({ message, field: 'value', evidence: value.raw, values: { word: value.text } });
    }
    const unfelt = value?.kind === 'absence' && patterns.noEffect.test(compact(value.text));
    if (!value || (value.kind !== 'words' && !unfelt)) return;
    const evidence = unfelt
      ? value.text
      : (words.qualitative(value.text) ??
        barePraise(understood, understanding, patterns) ??
        noFigure(understood, understanding, patterns));
    if (evidence === undefined) return;
    // 考核等次 优秀 names a grade that somebody awards; a scale in the value or explanation makes it scorable.
    const isGraded = measure.kind === 'rank' || words.asksWhich(understood.name.core);
    if (isGraded && patterns.grade.test(value.text)) return;
    if (words.hasScale(value.text) || words.hasScale(indicator.explanation)) return;
    const benefit = levels.level1 === 'benefit';
    report({
      message: benefit ? 'benefit' : 'other',
      field: 'value',
      evidence: value.raw,
      values: { word: evidence },
    });
  },
});
