import type { Finding } from '../schema/index.js';

/** Ids are unique within a source. */
export function keyOf({ source, id }: Pick<Finding, 'source' | 'id'>): string {
  return JSON.stringify([source, id]);
}

/** Findings of one project of one source stand together, in the order in which they were read. */
export function byProject(findings: readonly Finding[]): Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.source, finding.unit ?? '', finding.project ?? '']);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}
