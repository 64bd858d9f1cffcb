/** Which format the name of an output file asks for. */
const EXTENSIONS: readonly (readonly [RegExp, string])[] = [
  [/\.(?:sarif|sarif\.json)$/i, 'sarif'],
  [/\.json$/i, 'json'],
  [/\.(?:jsonl|ndjson)$/i, 'jsonl'],
  [/\.xml$/i, 'junit'],
  [/\.(?:md|markdown)$/i, 'md'],
  [/\.html?$/i, 'html'],
  [/\.xl[st][xm]$/i, 'xlsx'],
  [/\.do[ct][xm]$/i, 'docx'],
  [/\.csv$/i, 'csv'],
];

/** The first of the formats at hand that this name asks for; undefined where none does. */
export function formatByName(path: string, formats: readonly string[]): string | undefined {
  return EXTENSIONS.find(([pattern, format]) => formats.includes(format) && pattern.test(path))?.[1];
}
