/**
 * Lint results as SARIF 2.1.0. A cell of a workbook has no region in SARIF: it is a logical location (Sheet1!D12); lines
 * and columns are regions.
 */
import type { Invocation, Location as SarifLocation, Log, Notification, ReportingDescriptor, Result } from 'sarif';
import type {
  Diagnostic,
  LintEntry,
  LintResult,
  Location,
  Notice,
  Severity,
  UnreadFile,
  Waived,
} from '../schema/index.js';
import { withFileNotices } from './by-file.js';
import { escapeAddress } from './escape.js';
import { adviceText, basisText, noticeText, waiverText } from './lint-texts.js';
import { LINT_WORDS } from './lint-words.js';
import { locationText } from './location.js';

type Language = 'zh' | 'en';

/** What is told of a rule beside its id. */
export interface RuleText {
  readonly title: string;
  readonly why: string;
}

interface SarifOptions {
  readonly language: Language;
  /** Title and reason of a rule. */
  readonly ruleText: (ruleId: string) => RuleText | undefined;
}

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;

export function lintSarif(result: LintResult, { language, ruleText }: SarifOptions): string {
  const { tool, results } = result;
  const all = results.flatMap((entry) => [
    ...entry.diagnostics.map((diagnostic) => ({ entry, diagnostic, waived: undefined })),
    ...entry.waived.map((waived) => ({ entry, diagnostic: waived as Diagnostic, waived })),
  ]);
  const ids = [...new Set(all.map(({ diagnostic }) => diagnostic.ruleId))].sort();
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            version: tool.version,
            language: language === 'zh' ? 'zh-CN' : 'en',
            rules: ids.map((id) => descriptor(id, ruleText(id))),
          },
        },
        invocations: [invocation(result, language)],
        columnKind: 'utf16CodeUnits',
        results: all.map(({ entry, diagnostic, waived }) => ({
          ...resultOf(entry, diagnostic, ids, language),
          ...(waived && { suppressions: [suppression(waived, language)] }),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptor(id: string, told: RuleText | undefined): ReportingDescriptor {
  return { id, ...(told && { shortDescription: { text: told.title }, fullDescription: { text: told.why } }) };
}

function resultOf(entry: LintEntry, diagnostic: Diagnostic, ids: readonly string[], language: Language): Result {
  const { ruleId, severity, message, suggestions, evidence, field, indicatorId, location, basis } = diagnostic;
  const advice = suggestions.map((one) => adviceText(one, language));
  const rests = basisText(diagnostic);
  const lines = [message, ...advice, ...(rests === '' ? [] : [`${LINT_WORDS[language].basis}${rests}`])];
  return {
    ruleId,
    ruleIndex: ids.indexOf(ruleId),
    level: LEVELS[severity],
    message: { text: lines.join('\n') },
    locations: [place(entry.source, location, language)],
    // By what a fault is known again when rows have moved.
    partialFingerprints: { 'jixiao/v1': [entry.project, ruleId, field, evidence].join('|') },
    properties: { project: entry.project, indicatorId, field, evidence, location, basis },
  };
}

function suppression(waived: Waived, language: Language) {
  const justification = waiverText(waived, language);
  return {
    kind: waived.waiver.from === 'document' ? ('inSource' as const) : ('external' as const),
    ...(justification !== '' && { justification }),
  };
}

function invocation(result: LintResult, language: Language): Invocation {
  const { notices: ofRun, failures = [] } = result;
  const told = [
    ...failures.map((failure) => unreadNotification(failure, language)),
    ...withFileNotices(result).flatMap(({ source, notices }) =>
      notices.map((notice) => notification(notice, language, source)),
    ),
    ...ofRun.map((notice) => notification(notice, language)),
  ];
  return { executionSuccessful: failures.length === 0, ...(told.length > 0 && { toolExecutionNotifications: told }) };
}

function unreadNotification({ source, code, message }: UnreadFile, language: Language): Notification {
  return {
    descriptor: { id: code },
    level: 'error',
    message: { text: `${LINT_WORDS[language].unreadFile}${LINT_WORDS[language].colon}${message}` },
    locations: [place(source, {}, language)],
  };
}

function notification(notice: Notice, language: Language, source?: string): Notification {
  return {
    descriptor: { id: notice.code },
    level: 'note',
    message: { text: noticeText(notice, language) },
    ...(source !== undefined && { locations: [place(source, notice.location, language)] }),
  };
}

function place(source: string, location: Location, language: Language): SarifLocation {
  const { line, column, pointer } = location;
  const told = locationText(location, language);
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(source) },
      ...(line !== undefined && { region: { startLine: line, ...(column !== undefined && { startColumn: column }) } }),
    },
    ...(told !== '' && { logicalLocations: [{ name: told, fullyQualifiedName: pointer ?? told }] }),
  };
}

/** Each part of the path is encoded by itself: a name may hold #, ? and %. */
function uriOf(source: string): string {
  const parts = source.replaceAll('\\', '/').split('/');
  const isDrive = /^[A-Za-z]:$/.test(parts[0] ?? '');
  const encoded = parts.map((part, index) => (index === 0 && isDrive ? part : escapeAddress(part))).join('/');
  if (isDrive) return `file:///${encoded}`;
  return source.startsWith('/') ? `file://${encoded}` : encoded;
}
