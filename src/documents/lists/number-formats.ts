/** Numbers as lists of Word show them. */

const CHINESE = '〇一二三四五六七八九';
const FORMAL = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

export function formatNumber(value: number, format: string): string {
  if (!Number.isSafeInteger(value) || value < 0 || value > 9999) return `${value}`;
  switch (format) {
    case 'none':
      return '';
    case 'decimalZero':
      return value < 10 ? `0${value}` : `${value}`;
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return counted(value, CHINESE, '十百千');
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
    case 'japaneseLegal':
      return counted(value, FORMAL, '拾佰仟');
    case 'ideographTraditional':
      return STEMS.charAt(value - 1) || `${value}`;
    case 'ideographZodiac':
      return BRANCHES.charAt(value - 1) || `${value}`;
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : `${value}`;
    case 'decimalEnclosedFullstop':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x2488 + value - 1) : `${value}.`;
    case 'decimalEnclosedParen':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x2474 + value - 1) : `(${value})`;
    case 'ideographEnclosedCircle':
      return value >= 1 && value <= 10
        ? String.fromCodePoint(0x3220 + value - 1)
        : `（${counted(value, CHINESE, '十百千')}）`;
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return `${value}`.replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    case 'lowerLetter':
    case 'upperLetter':
      return letters(value, format === 'lowerLetter' ? 97 : 65);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperRoman':
      return roman(value);
    default:
      return `${value}`;
  }
}

/** 12 → 十二, 105 → 一百零五. */
function counted(value: number, digits: string, units: string): string {
  if (value === 0) return digits.charAt(0);
  let text = '';
  let skipped = false;
  for (let power = 3; power >= 0; power -= 1) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) {
      skipped = text !== '';
      continue;
    }
    if (skipped) text += '零';
    skipped = false;
    text += digits.charAt(digit) + (power > 0 ? units.charAt(power - 1) : '');
  }
  return value < 20 && value >= 10 && units.startsWith('十') ? text.slice(1) : text;
}

/** a … z, aa, bb …: as Word goes on. */
function letters(value: number, first: number): string {
  if (value === 0) return '';
  return String.fromCodePoint(first + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [size, letter] of ROMAN) {
    while (rest >= size) {
      text += letter;
      rest -= size;
    }
  }
  return text;
}
