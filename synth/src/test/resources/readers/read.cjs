// Reads YAML as the package `yaml` does: a line of Base64 documents in, a line of JSON (or "!" and an error) for each out.
const yaml = require('yaml');

const options = { version: process.argv[2], strict: true, intAsBigInt: true, mapAsMap: true, maxAliasCount: 0, logLevel: 'error' };

function json(value) {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return value.toString();
  // A whole number that is no integer keeps its point.
  if (Number.isFinite(value)) return String(value) + (/[.e]/.test(String(value)) ? '' : '.0');
  if (Array.isArray(value)) return '[' + value.map(json).join(',') + ']';
  if (!(value instanceof Map)) throw new TypeError(`${typeof value} ${value}`);
  return '{' + [...value].map(([key, item]) => {
    if (typeof key !== 'string') throw new TypeError(`key ${typeof key} ${key}`);
    return JSON.stringify(key) + ':' + json(item);
  }).join(',') + '}';
}

function read(document) {
  try {
    return json(yaml.parse(Buffer.from(document, 'base64').toString('utf8'), options));
  } catch (error) {
    return '!' + String(error).replace(/\n/g, ' ');
  }
}

require('readline').createInterface({ input: process.stdin }).on('line', (line) => {
  process.stdout.write(line.split(' ').filter(Boolean).map((document) => read(document) + '\n').join(''));
});
