/** A worker that does what its job's name says. */
export default async function work({ job, begun }) {
  Atomics.store(begun, 0, 1);
  const does = job.source.split('-')[0];
  if (does === 'hang') for (;;);
  if (does === 'backtrack') /^(a+)+$/.test(`${'a'.repeat(60)}b`);
  if (does === 'wait') await new Promise(() => {});
  if (does === 'exit') process.exit(3);
  if (does === 'throw') throw new Error('boom');
  if (does === 'late') {
    setTimeout(() => {
      throw new Error('late');
    }, 1);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  if (does === 'greedy') for (const all = []; ; ) all.push(Array.from({ length: 1000 }, Math.random));
  const lines = new TextEncoder().encode(`"${job.source}"\n`);
  const counts = { drafts: 0, rows: 1, errors: 0, warnings: 0, infos: 0 };
  return { lines, facts: new Uint8Array(), problems: new Uint8Array(), failures: [], counts };
}
