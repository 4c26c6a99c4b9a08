// clang-tidy over src/core, one test a file. A file that passed is not looked at again, here or in another clone, until
// it, a core header that it includes or the rules change: $DEV_CACHE/tidy holds a stamp for each.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const folder = 'src/core';

export async function tidy() {
  const stamps = path.join(process.env.DEV_CACHE ?? 'build', 'tidy');
  mkdirSync(stamps, { recursive: true });
  const names = readdirSync(folder, { recursive: true });
  const headers = names.filter((name) => name.endsWith('.h')).map((name) => `${folder}/${name}`);
  const included = await inclusions();
  const result = { passed: 0, failed: 0, skipped: 0 };
  const waiting = names.filter((name) => name.endsWith('.cpp')).map((name) => `${folder}/${name}`);

  const worker = async () => {
    for (let file = waiting.pop(); file; file = waiting.pop()) {
      const digest = createHash('sha256');
      for (const one of ['.clang-tidy', file, ...(included.get(file) ?? headers)]) digest.update(readFileSync(one));
      const stamp = path.join(stamps, digest.digest('hex').slice(0, 20));
      if (existsSync(stamp)) {
        result.passed++;
        continue;
      }
      try {
        await run('clang-tidy-19', ['-p', 'build/cmake-native', '--quiet', '--warnings-as-errors=*', file]);
        writeFileSync(stamp, `${file}\n`);
        result.passed++;
      } catch (error) {
        console.log(error.stdout || error.message);
        result.failed++;
      }
    }
  };
  await Promise.all([worker(), worker()]);
  return result;
}

/** The headers of the core that each file of it includes, as ninja noted them when it was compiled. @returns {Promise<Map<string, string[]>>} */
async function inclusions() {
  const { stdout } = await run('ninja', ['-C', 'build/cmake-native', '-t', 'deps'], { maxBuffer: 1 << 28 });
  const all = new Map();
  for (const block of stdout.split('\n\n')) {
    const [source, ...rest] = block.split('\n').slice(1).map((line) => line.trim());
    if (!source?.startsWith(`../../${folder}/`) || !block.includes('(VALID)')) continue;
    const ours = rest.map((file) => file.match(/^rooms\/\w+\/(core\/.+)$/)?.[1]).filter((file) => file !== undefined);
    all.set(source.slice('../../'.length), ours.map((file) => `src/${file}`));
  }
  return all;
}
