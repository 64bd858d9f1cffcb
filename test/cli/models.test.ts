/** The kinds of models by their names, and what happens where TensorFlow.js is not installed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLASSIFIER_NAMES } from '../../src/classify/classifier-names.js';
import { jixiao, scratch } from '../support/cli.js';
import { corpusFolder } from '../support/training.js';

const input = '未签订书面合同\n建议开展固定资产盘点\n无\n';
const classified = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { labels: { category: string; tags: string[] }[] }).labels[0]?.tags[0]);

describe.each(CLASSIFIER_NAMES)('the shipped model %s', (name) => {
  it('classifies', () => {
    const { code, stdout, stderr } = jixiao(['classify', '-', '--model', name, '--format', 'jsonl', '--quiet'], {
      input,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(classified(stdout)).toEqual(['contract', 'inventory', undefined]);
  });
});

describe('without TensorFlow.js', () => {
  /** As if none of its packages were installed. */
  function env(): Record<string, string> {
    const hook = join(scratch(), 'hide.cjs');
    writeFileSync(
      hook,
      `const { Module } = require('node:module');
       const load = Module._load;
       Module._load = (name, ...more) => {
         if (name.startsWith('@tensorflow/')) throw new Error('Cannot find module ' + name);
         return load(name, ...more);
       };`,
    );
    return { NODE_OPTIONS: `--require ${hook}` };
  }

  it('the neural model says in one line what to do', () => {
    for (const [lang, expected] of [
      ['zh', /TensorFlow\.js.*npm install @tensorflow\/tfjs-core.*--model ensemble/],
      ['en', /TensorFlow\.js.*npm install @tensorflow\/tfjs-core.*--model ensemble/],
    ] as const) {
      const { code, stdout, stderr } = jixiao(['classify', '-', '--model', 'neural', '--lang', lang], {
        input,
        env: env(),
      });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stderr).toMatch(expected);
    }
  });

  it.each(['linear', 'ensemble', 'bayes'])('%s answers as before', (name) => {
    const args = ['classify', '-', '--model', name, '--format', 'jsonl'];
    expect(jixiao(args, { input, env: env() })).toEqual(jixiao(args, { input }));
  });

  it('a neural model is trained all the same', () => {
    const folder = corpusFolder();
    const args = ['train', 'corpus-a.jsonl', '-o', 'm', '--model', 'neural', '--quiet'];
    expect(jixiao(args, { cwd: folder, env: env() })).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

describe.each(['neural', 'ensemble'])('a %s model of one’s own', (model) => {
  it('is trained to the same bytes, classifies and is compared', () => {
    const folder = corpusFolder();
    for (const name of ['one', 'two'])
      expect(jixiao(['train', 'corpus-a.jsonl', '-o', name, '--model', model, '--quiet'], { cwd: folder }).code).toBe(
        0,
      );
    const read = (name: string, file: string) => readFileSync(join(folder, name, file), 'utf8');
    for (const file of ['model.json', 'card.json']) expect(read('two', file)).toBe(read('one', file));
    expect(JSON.parse(read('one', 'card.json'))).toMatchObject({ model });
    const told = jixiao(['classify', '-', '--model', 'one', '--format', 'jsonl'], {
      cwd: folder,
      input: '某局固定资产未入账\n',
    });
    expect(classified(told.stdout)).toEqual(['registration']);
    const args = ['evaluate', 'corpus-a.jsonl', '--compare', 'one,bayes', '--leave-one-part-out', '--format', 'json'];
    const { models } = JSON.parse(jixiao(args, { cwd: folder }).stdout) as {
      models: { name: string; figures: { primaryAccuracy: number } }[];
    };
    expect(models.map(({ name }) => name)).toEqual(['one', 'bayes']);
    expect(models[0]?.figures.primaryAccuracy).toBeGreaterThan(0.8);
  });

  it('is told from a damaged one', () => {
    const folder = corpusFolder();
    jixiao(['train', 'corpus-a.jsonl', '-o', 'm', '--model', model, '--quiet'], { cwd: folder });
    const file = join(folder, 'm', 'model.json');
    const whole = readFileSync(file, 'utf8');
    for (const broken of [whole.slice(0, -20), whole.replace(/"packed":"[^"]{8}/, '"packed":"AAAAAAAA')]) {
      writeFileSync(file, broken);
      const { code, stderr } = jixiao(['classify', '-', '--model', 'm'], { cwd: folder, input });
      expect(code).toBe(2);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stderr).toContain('model.json');
    }
  });
});

it('an ensemble cannot name itself as a member', () => {
  const folder = scratch();
  const own = { model: 'ensemble', version: 1, members: { linear: 'jixiao:findings-ensemble', neural: 'm' } };
  writeFileSync(join(folder, 'model.json'), JSON.stringify(own));
  expect(jixiao(['classify', '-', '--model', folder], { input })).toMatchObject({ code: 2, stdout: '' });
});
