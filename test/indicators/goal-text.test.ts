import { describe, expect, it } from 'vitest';
import { understanding } from '../support/rules.js';

const read = (text: string) => understanding().goals.read(text);
const pieces = (text: string) => read(text).pieces;
const words = (text: string) =>
  understanding()
    .goals.content(text)
    .words.map((word) => word.text);

describe('the pieces of a goal', () => {
  it.each([
    ['改造管网45公里，新装水表1.8万只。', ['改造管网45公里', '新装水表1.8万只']],
    ['1.举办培训3期；2.培训学员96人。', ['举办培训3期', '培训学员96人']],
    ['目标1：完成改造620间。\n目标2：惠及学生2.7万人。', ['完成改造620间', '惠及学生2.7万人']],
    ['一是开展巡查120次，二是整改隐患60处', ['开展巡查120次', '整改隐患60处']],
    ['发放补贴1,200人，共计360,000元', ['发放补贴1,200人', '共计360,000元']],
    ['采购消防车3辆、呼吸器260套、无人机6架', ['采购消防车3辆', '呼吸器260套', '无人机6架']],
    ['完成测评9次和演练2次', ['完成测评9次', '演练2次']],
    ['实施集中处理并发放补助', ['实施集中处理', '发放补助']],
    // What is enumerated without numbers of its own is one thing.
    ['对流感、手足口病等监测采样2400份', ['对流感、手足口病等监测采样2400份']],
    ['参与率和普及率达到90%', ['参与率和普及率达到90%']],
    ['举办“舞动、歌唱”活动3场、讲座2场', ['举办“舞动、歌唱”活动3场', '讲座2场']],
    ['1.2万人参加', ['1.2万人参加']],
  ])('%s', (text, expected) => {
    expect(pieces(text).map((piece) => piece.text)).toEqual(expected);
  });

  it('gives what is enumerated the verb of the first, or of the last', () => {
    const leads = (text: string) => pieces(text).map(({ lead }) => lead?.word);
    expect(leads('采购消防车3辆、无人机6架')).toEqual(['采购', '采购']);
    expect(leads('对12.6万户农户、56.5万亩耕地发放补贴')).toEqual(['发放', '发放']);
  });
});

describe('what a piece speaks of', () => {
  it.each([
    ['硬化村组道路18公里', 'output'],
    ['开展法治宣传教育', 'output'],
    ['暑期结束前完成26所学校改造', 'output'],
    ['工程验收合格率100%', 'output'],
    ['11月底前完工', 'output'],
    ['推进农村户厕改造', 'output'],
    ['对基层防疫人员开展4期业务培训', 'output'],
    ['改善城区人居环境', 'effect'],
    ['家庭照料负担明显减轻', 'effect'],
    ['管网漏损率降至10%以内', 'effect'],
    ['服务健身群众15万人次', 'both'],
    ['为国土空间规划提供准确底数', 'effect'],
    ['维护当事人合法权益', 'both'],
    ['做好街道各项工作', 'neither'],
    ['高火险期靠前驻防', 'neither'],
  ])('%s: %s', (text, expected) => {
    const [piece] = pieces(text);
    const sides = [piece?.isOutput && 'output', piece?.isEffect && 'effect'].filter(Boolean);
    expect(sides.length === 2 ? 'both' : (sides[0] ?? 'neither')).toBe(expected);
  });
});

describe('the numbers of a goal', () => {
  const numbers = (text: string) => pieces(text).flatMap((piece) => piece.numbers);

  it.each([
    ['为辖区520名持证残疾人发放创业补贴', '520名', ['持证残疾人', '发放', '创业', '补贴']],
    ['组织人民陪审员参审1500件次', '1500件次', ['人民', '陪审员参审']],
    ['完成26所学校620间普通教室改造', '26所', ['学校']],
  ])('%s: what %s is said of', (text, stated, of) => {
    const [number] = numbers(text);
    expect(number?.text).toBe(stated);
    expect(number?.of.words.map((word) => word.text)).toEqual(of);
  });

  it('counts people where no counter stands', () => {
    expect(numbers('下游1.3万群众防洪安全得到保障')[0]?.part).toMatchObject({ value: 13000, unit: { text: '人' } });
    expect(numbers('80岁以上老人')).toEqual([]);
  });

  it.each([
    ['约4.2万人', { approximate: true }],
    ['30余个', { approximate: true }],
    ['漏损率由12%降至9%', { aside: true }],
    ['每期50人', { aside: true }],
    ['完成系统三期升级', { aside: true }],
    ['产值提高3%', { change: true }],
    ['覆盖率提高到90%', { change: false }],
    ['改造提升垃圾房65座', { change: false, aside: false, approximate: false }],
  ])('%s', (text, expected) => {
    expect(numbers(text)[0]).toMatchObject(expected);
  });
});

describe('whether a goal is quantified', () => {
  it.each([
    ['培训农民三百人次', true],
    ['汛前完成检修', true],
    ['2024年底前完成', true],
    ['困难群众应救尽救', true],
    ['出水达到一级A标准', true],
    ['实现行政村全覆盖', true],
    ['面向劳动者开展职业技能培训', false],
    ['2024年继续开展管护', false],
    ['围绕十四五规划建设一批三农站点', false],
    ['全年做好第三方评估', false],
  ])('%s: %s', (text, expected) => {
    expect(read(text).isQuantified).toBe(expected);
  });
});

describe('the years of a goal', () => {
  it.each([
    ['2022年举办展览', { year: 2022, endYear: 2022, isBaseline: false, isHorizon: false }],
    ['2023—2025年改造管网', { year: 2023, endYear: 2025 }],
    ['较2023年下降5%', { year: 2023, isBaseline: true }],
    ['在2022年基础上新增20个', { year: 2022, isBaseline: true }],
    ['到2025年建成率达到100%', { year: 2025, isHorizon: true }],
  ])('%s', (text, expected) => {
    expect(read(text).years[0]).toMatchObject(expected);
  });

  it.each([
    ['2023—2025年改造管网126公里', true],
    ['三年内完成全部学校改造', true],
    ['2024年改造管网45公里', false],
  ])('%s spans years: %s', (text, expected) => {
    expect(read(text).spansYears).toBe(expected);
  });
});

describe('what is no goal', () => {
  it.each(['', ' ', '/', '无', '目标1：……', '请填写项目总体绩效目标', '详见附件', 'XXXX', '同上'])('%j', (text) => {
    expect(understanding().goals.isMissing(text)).toBe(true);
  });

  it.each(['填写统计台账1200份', '改造户厕', '完成目标考核12次'])('%s is one', (text) => {
    expect(understanding().goals.isMissing(text)).toBe(false);
  });

  it('tells duties from tasks', () => {
    const isDuties = (text: string) => understanding().goals.isDuties(text);
    expect(isDuties('负责文件起草，组织开展调研，收集整理信息，承办县委交办的其他工作')).toBe(true);
    expect(isDuties('贯彻执行有关法规，负责档案收集保管，指导监督档案业务')).toBe(true);
    expect(isDuties('组织宣传月活动，指导团体换届，排查安全隐患')).toBe(false);
    expect(isDuties('开展培训3期，负责人轮训一遍')).toBe(false);
  });
});

describe('content for comparing', () => {
  it('sets function words and light verbs aside and joins synonyms', () => {
    expect(words('对全县老人开展体检')).toEqual(['老年人', '体检']);
    expect(words('购买消防器材')).toEqual(words('采购消防设备'));
    expect(words('食品安全等级评定')).toEqual(['食品安全', '等级', '评定']);
  });

  it('reads a long goal in time that grows with its length', () => {
    for (const unit of ['、和及并', '改造3公里、', '，', '2024年', '“《（', '负责']) {
      const started = performance.now();
      read(unit.repeat(20_000));
      expect(performance.now() - started).toBeLessThan(2000);
    }
  });
});
