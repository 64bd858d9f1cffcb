/** The scoring that the tests share with `npm run eval:findings`. */
export {
  f1Of,
  type GoldProject,
  parseGold,
  scoreFindings,
  scoreKinds,
  scorePairs,
} from '../../src/dev/gold-findings.js';
