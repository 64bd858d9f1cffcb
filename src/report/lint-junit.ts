/**
 * Lint results as JUnit XML: a suite a draft, a case a diagnostic. Only errors fail, as with the exit code; a waived
 * diagnostic, and what was not read, is a skipped case.
 */
import type { Diagnostic, LintEntry, LintResult, Notice, UnreadFile, Waived } from '../schema/index.js';
import { byFile } from './by-file.js';
import { escapeXmlText } from './escape.js';
import { adviceText, basisText, isUnread, noticeText, waiverText } from './lint-texts.js';
import { LINT_WORDS } from './lint-words.js';
import { locationText } from './location.js';

type Language = 'zh' | 'en';

interface Case {
  readonly name: string;
  readonly inner: string;
  readonly outcome: 'failed' | 'skipped' | 'passed';
}

export function lintJunit(result: LintResult, language: Language): string {
  const { summary, failures = [] } = result;
  const suites = [
    ...failures.map((failure) => unreadSuite(failure, language)),
    ...byFile(result).flatMap(({ source, entries, notices }) => [
      ...entries.map((entry) => suite(entry, language)),
      ...(notices.length === 0 ? [] : [fileSuite(source, notices, language)]),
    ]),
  ];
  const total = (key: 'tests' | 'failures' | 'skipped') => suites.reduce((sum, one) => sum + one[key], 0);
  const counts = attributes({
    name: LINT_WORDS[language].title,
    tests: total('tests'),
    failures: summary.errors,
    errors: failures.length,
    skipped: total('skipped'),
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${counts}>\n${suites.map(({ xml }) => xml).join('')}</testsuites>\n`;
}

/** Not a failure of what was checked: nothing was. */
function unreadSuite({ source, code, message }: UnreadFile, language: Language) {
  const head = attributes({ name: source, tests: 1, failures: 0, errors: 1, skipped: 0 });
  const own = attributes({ classname: source, name: LINT_WORDS[language].unreadFile });
  const error = `<error${attributes({ type: code, message })}/>`;
  const xml = `  <testsuite${head}>\n    <testcase${own}>${error}</testcase>\n  </testsuite>\n`;
  return { tests: 1, failures: 0, skipped: 0, xml };
}

function suite(entry: LintEntry, language: Language) {
  const { source, project, diagnostics, waived, notices } = entry;
  const words = LINT_WORDS[language];
  const cases = [
    ...diagnostics.map((one) => diagnosticCase(one, language)),
    ...waived.map((one) => waivedCase(one, language)),
    ...notices.map((one) => noticeCase(one, language)),
  ];
  // A suite without a case looks like one that did not run.
  if (diagnostics.length === 0) cases.unshift({ name: words.sound, inner: '', outcome: 'passed' });
  return suiteOf({ name: `${source} ${project}`, source }, cases);
}

/** What is said of a file of several drafts as a whole is none of its first one's. */
function fileSuite(source: string, notices: readonly Notice[], language: Language) {
  return suiteOf(
    { name: source, source },
    notices.map((one) => noticeCase(one, language)),
  );
}

function suiteOf({ name, source }: { readonly name: string; readonly source: string }, cases: readonly Case[]) {
  const count = (outcome: Case['outcome']) => cases.filter((one) => one.outcome === outcome).length;
  const [tests, failures, skipped] = [cases.length, count('failed'), count('skipped')];
  const head = attributes({ name, tests, failures, errors: 0, skipped });
  const lines = cases.map(({ name: of, inner }) => {
    const own = attributes({ classname: source, name: of });
    return inner === '' ? `    <testcase${own}/>\n` : `    <testcase${own}>${inner}</testcase>\n`;
  });
  return { tests, failures, skipped, xml: `  <testsuite${head}>\n${lines.join('')}  </testsuite>\n` };
}

function diagnosticCase(diagnostic: Diagnostic, language: Language): Case {
  const words = LINT_WORDS[language];
  const { severity, ruleId, message, suggestions, location } = diagnostic;
  const basis = basisText(diagnostic);
  const details = [
    `${words.severity[severity]}${words.colon}${message}`,
    ...suggestions.map((one) => adviceText(one, language)),
    ...(basis === '' ? [] : [`${words.basis}${basis}`]),
  ].join('\n');
  const isFailure = severity === 'error';
  const inner = isFailure
    ? `<failure${attributes({ type: ruleId, message })}>${text(details)}</failure>`
    : `<system-out>${text(details)}</system-out>`;
  return { name: named(ruleId, locationText(location, language)), inner, outcome: isFailure ? 'failed' : 'passed' };
}

function waivedCase(waived: Waived, language: Language): Case {
  const { ruleId, location } = waived;
  const words = LINT_WORDS[language];
  const why = waiverText(waived, language);
  const message = why === '' ? words.waived : `${words.reason}${why}`;
  return {
    name: named(ruleId, locationText(location, language)),
    inner: `<skipped${attributes({ message })}/>`,
    outcome: 'skipped',
  };
}

function noticeCase(notice: Notice, language: Language): Case {
  const words = LINT_WORDS[language];
  const message = noticeText(notice, language);
  const name = named(isUnread(notice) ? words.unchecked : notice.code, locationText(notice.location, language));
  return { name, inner: `<skipped${attributes({ message })}/>`, outcome: 'skipped' };
}

function named(name: string, place: string): string {
  return place === '' ? name : `${name} ${place}`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXmlText(String(value))}"`)
    .join('');
}

/** Line breaks of an element may stand as they are. */
function text(content: string): string {
  return escapeXmlText(content).replaceAll('&#10;', '\n');
}
