#!/usr/bin/env bash
# Packs the package, installs the tarball into an empty folder and uses it there: command, library, types, schemas.
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT

# A build is there already; prepare would only make it again.
(cd "$root" && npm pack --ignore-scripts --silent --pack-destination "$folder")
cd "$folder"
printf '{ "private": true, "type": "module" }\n' > package.json
npm install --silent --no-audit --no-fund ./jixiao-*.tgz

status=0
npx jixiao lint "$root/test/fixtures/documents/twelve-defects.xlsx" > lint.txt || status=$?
[ "$status" -eq 1 ] || { echo "lint: exit code $status, expected 1"; exit 1; }
grep -q '12 个问题' lint.txt
npx jixiao review "$root/test/fixtures/documents/huangpu-2022-review.xlsx" | grep -q '共 81 条'
printf '绩效目标设置\n' | npx jixiao segment - | grep -q '绩效目标 / 设置'
npx jixiao rules name/slogan | grep -q 'name/slogan'

cat > use.mjs <<'JS'
import { draftSchema, lintDraft } from 'jixiao';
import { loadRuleBook } from 'jixiao/node';
import schema from 'jixiao/schemas/draft.json' with { type: 'json' };
const draft = draftSchema.parse({ project: { name: '甲' }, indicators: [{ name: '/', value: '3次' }] });
const found = lintDraft(draft, await loadRuleBook()).map(({ ruleId }) => ruleId);
if (found.join() !== 'name/missing' || schema.type !== 'object') throw new Error(`library: ${found}`);
JS
node use.mjs
echo "the packed package works: $(ls jixiao-*.tgz), $(du -sh node_modules | cut -f1) installed"
