// Real web servers for tests/checks/hosting.test.mjs: nginx and Apache, each in a folder of its own, on a free port, as
// whoever runs the tests.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nginx, servedFiles } from '../../tools/hosting.mjs';

const unpacked = new URL('../../build/deps/nginx/usr/', import.meta.url).pathname;
const onPath = (program) => spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).stdout.trim();

export const nginxProgram = existsSync(`${unpacked}sbin/nginx`) ? `${unpacked}sbin/nginx` : onPath('nginx');
export const apacheProgram = onPath('apache2') || onPath('/usr/sbin/apache2');
const brotli = `${unpacked}lib/nginx/modules/ngx_http_brotli_static_module.so`;
const apacheModules = '/usr/lib/apache2/modules';

/** A folder with the site under www/a/b, that every user can read. @param {string} site */
export function layOut(site) {
  const folder = mkdtempSync(join(tmpdir(), 'needlewise-'));
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'www/a'), { recursive: true });
  cpSync(site, join(folder, 'www/a/b'), { recursive: true });
  return folder;
}

const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

/** The site at /a/b/, and at /open/ for pages of another origin. @param {string} folder @param {string} parent that origin */
export async function startNginx(folder, parent) {
  const port = await freePort();
  const site = join(folder, 'www/a/b');
  writeFileSync(join(folder, 'needlewise.conf'), nginx(site, { base: '/a/b/' }) + nginx(site, { base: '/open/', parents: [parent] }));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ');
  writeFileSync(join(folder, 'nginx.conf'), `daemon off; master_process off; pid ${folder}/nginx.pid; error_log ${folder}/nginx.log;
    ${existsSync(brotli) ? `load_module ${brotli};` : ''}
    events {}
    http { access_log off; ${temporary} server { listen 127.0.0.1:${port}; root ${folder}/empty; include ${folder}/needlewise.conf; } }`);
  return started(nginxProgram, ['-p', folder, '-e', join(folder, 'nginx.log'), '-c', join(folder, 'nginx.conf')], port, join(folder, 'nginx.log'));
}

/** The site at /a/b/ with its own .htaccess. @param {string} folder */
export async function startApache(folder) {
  const port = await freePort();
  writeFileSync(join(folder, 'www/a/b/.htaccess'), servedFiles([]).get('.htaccess'));
  const loaded = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'rewrite'].map((name) => `LoadModule ${name}_module ${apacheModules}/mod_${name}.so`);
  writeFileSync(join(folder, 'apache.conf'), [`ServerRoot ${folder}`, `PidFile ${folder}/apache.pid`, `ErrorLog ${folder}/apache.log`, `DefaultRuntimeDir ${folder}`,
    `Listen 127.0.0.1:${port}`, 'ServerName localhost', ...loaded, ...(process.getuid() === 0 ? ['User nobody', 'Group nogroup'] : []),
    'TypesConfig /dev/null', 'AddLanguage br .br', 'AddType application/x-gzip .gz',  // as Debian has them
    `DocumentRoot ${folder}/www`, `<Directory ${folder}/www>`, 'AllowOverride FileInfo Indexes', 'Require all granted', '</Directory>'].join('\n'));
  return started(apacheProgram, ['-X', '-f', join(folder, 'apache.conf')], port, join(folder, 'apache.log'));
}

async function started(program, args, port, log) {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data) => { said += data; });
  const url = `http://127.0.0.1:${port}`;
  for (let i = 0; i < 100; i++) {
    if (child.exitCode !== null) throw new Error(`${program} stopped: ${said}${existsSync(log) ? readFileSync(log, 'utf8') : ''}`);
    if (await fetch(url).then(() => true, () => false)) return { url, stop: () => new Promise((resolve) => { child.on('exit', resolve).kill(); }) };
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  child.kill();
  throw new Error(`${program} does not answer: ${said}`);
}

export const removeFolder = (folder) => rmSync(folder, { recursive: true, force: true });
