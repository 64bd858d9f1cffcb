/** Findings with the categories that a classifier gives them. */
import type { Classifier } from '../classify/types.js';
import { type Finding, type Label, modelAnswer } from '../schema/index.js';

/** Labels every finding. A headline whose own words state no category takes those of its parts. */
export function labelFindings(findings: readonly Finding[], classifier: Classifier): Finding[] {
  const labelled = findings.map((finding) => {
    const { labels, needsReview } = classifier.classify(finding.text, finding.kind);
    return { ...finding, labels, needsReview };
  });
  const byParent = new Map<string, Finding[]>();
  for (const finding of labelled) {
    if (finding.parentId === null) continue;
    // Ids are numbered by source.
    const key = JSON.stringify([finding.source, finding.parentId]);
    const parts = byParent.get(key);
    if (parts) parts.push(finding);
    else byParent.set(key, [finding]);
  }
  return labelled.map((finding) => {
    const labels =
      finding.labels.length > 0
        ? finding.labels
        : inherited(byParent.get(JSON.stringify([finding.source, finding.id])) ?? []);
    return { ...finding, labels, modelAnswer: modelAnswer({ ...finding, labels }) };
  });
}

function inherited(parts: readonly Finding[]): Label[] {
  const best = new Map<string, Label>();
  for (const { labels } of parts) {
    for (const label of labels)
      if (label.score > (best.get(label.category)?.score ?? 0)) best.set(label.category, label);
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}
