/** Texts in two languages: 所 schools, 人次 person-times. */

const SECOND = /(?<=\p{Script=Han})\s?[a-z][a-z -]{2,20}$/iu;

/** The Chinese before English of three letters and more; every other text as it is. */
export function withoutSecondLanguage(text: string): string {
  return text.replace(SECOND, '');
}
