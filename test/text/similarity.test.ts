import { describe, expect, it } from 'vitest';
import { bigrams, Similarity } from '../../src/text/similarity.js';

const similarity = new Similarity({ known: { 数量: 0.2, 完成: 0.2, 漏损: 3 }, unseen: 1 });

describe('likeness of short texts', () => {
  it('counts telling pairs for more than common ones', () => {
    const telling = similarity.coverage(bigrams('管网漏损'), bigrams('供水漏损'));
    const common = similarity.coverage(bigrams('管网数量'), bigrams('供水数量'));
    expect(telling).toBeGreaterThan(common * 3);
  });

  it('covers a part by its whole', () => {
    expect(similarity.coverage(bigrams('漏损'), bigrams('管网漏损率'))).toBe(1);
    expect(similarity.coverage(bigrams('管网漏损'), bigrams('漏损率'))).toBeCloseTo(3 / 5, 6);
  });

  it('does not pair characters across punctuation', () => {
    expect([...bigrams('公厕，保洁')]).toEqual(['公厕', '保洁']);
  });
});
