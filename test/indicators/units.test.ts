import { expect, it } from 'vitest';
import { comparable, type Unit } from '../../src/indicators/index.js';
import { Linter } from '../../src/lint/lint-draft.js';
import { ruleBook } from '../support/rules.js';

const { units, quantities } = new Linter(ruleBook()).understanding;

it.each([
  ['lm/W', 'lm/w'],
  ['dB(A)', 'db(a)'],
  ['dB HL', 'dbhl'],
  ['cd/m²', 'cd/m²'],
  ['W/(m·K)', 'w/(m·k)'],
  ['mmol/L', 'mmol/l'],
  ['kgce/t', 'kgce/t'],
])('reads %s as a physical unit', (text, expected) => {
  expect(units.parse(text)).toMatchObject({ text: expected, dimension: 'physical' });
});

it.each([
  ['t/a', 'mass', '年'],
  ['m³/h', 'volume', '小时'],
  ['kWh/m³', 'energy', 'm³'],
  ['元/人·月', 'money', '人·月'],
])('reads %s as so much of %s, per %s', (text, dimension, per) => {
  expect(units.parse(text)).toMatchObject({ dimension, per });
});

it.each(['xx', 'kV线路', '台盏', 'V(AC)'])('takes %s for no unit that it knows', (text) => {
  expect(units.parse(text)).toBeUndefined();
});

it('reads a unit of symbols behind a number, and stops where the symbols end', () => {
  const [number] = quantities.readOnce('≥140lm/w（实测）').numbers;
  expect(number).toMatchObject({ value: 140, unit: { text: 'lm/w', isOfSymbols: true } });
});

it('compares physical units only with themselves, and 万元 with 元', () => {
  const of = (text: string) => units.parse(text) as Unit;
  expect(comparable(of('MPa'), of('kPa'))).toBe(false);
  expect(comparable(of('kPa'), of('kPa'))).toBe(true);
  expect(comparable(of('万元'), of('元'))).toBe(true);
});
