import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { draftSchema, indicatorSchema, parseDraft, projectSchema, safeParseDraft } from '../../src/schema/index.js';

/** What stands in fields of files that people and programs write: mostly right, now and then not. */
const field = fc.oneof(
  { weight: 4, arbitrary: fc.string() },
  { weight: 2, arbitrary: fc.double() },
  fc.constantFrom(null, undefined, true, false, 0, -0, 1, '', '≥95%'),
  fc.array(fc.string(), { maxLength: 2 }),
);
const fieldsOf = (shape: object) =>
  fc.dictionary(fc.constantFrom(...Object.keys(shape), '备注', '__proto__', 'toString'), field, { maxKeys: 8 });
const project = fc.tuple(fieldsOf(projectSchema.shape), fc.oneof(fc.string(), field)).map(([fields, name]) => ({
  ...fields,
  name,
}));
const indicator = fc.tuple(fieldsOf(indicatorSchema.shape), fc.oneof(fc.string(), field)).map(([fields, name]) => ({
  ...fields,
  name,
}));
const draft = fc.record(
  {
    schemaVersion: fc.constantFrom(1, 2, '1'),
    project: fc.oneof({ weight: 9, arbitrary: project }, field),
    indicators: fc.oneof(
      { weight: 9, arbitrary: fc.array(fc.oneof({ weight: 9, arbitrary: indicator }, field), { maxLength: 4 }) },
      field,
    ),
    note: field,
  },
  { requiredKeys: ['project'] },
);

test.prop([fc.oneof({ weight: 9, arbitrary: draft }, field)], { numRuns: 2000 })(
  'a draft is read as the schema reads it, and its faults are those of the schema',
  (value) => {
    const expected = draftSchema.safeParse(value);
    const read = safeParseDraft(value);
    expect(read.success).toBe(expected.success);
    expect(read.data).toStrictEqual(expected.data);
    expect(JSON.stringify(read.data)).toBe(JSON.stringify(expected.data));
    expect(read.error?.issues).toStrictEqual(expected.error?.issues);
  },
);

test('a draft that lacks its project is a fault', () => {
  expect(() => parseDraft({ indicators: [] })).toThrow(/project/);
});
