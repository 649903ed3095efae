// Builds and writes the objects of a JSON file with cdk8s: node main.js <objects.json> <folder>
import { readFileSync } from 'node:fs';
import { ApiObject, App, Chart, YamlOutputType } from 'cdk8s';

interface Item {
  chart: string;
  file: string;
  object: { apiVersion: string; kind: string; metadata: { name: string } };
}

function timed<T>(stage: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  console.log(`${stage.padEnd(10)} ${Math.round(performance.now() - start)} ms`);
  return result;
}

const [input, outdir] = process.argv.slice(2);
const items: Item[] = timed('parse', () => JSON.parse(readFileSync(input, 'utf8')));
const app = new App({ outdir, yamlOutputType: YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE });
timed('build', () => {
  const charts = new Map<string, Chart>();
  for (const item of items) {
    let chart = charts.get(item.chart);
    if (chart === undefined) {
      chart = new Chart(app, item.chart);
      charts.set(item.chart, chart);
    }
    new ApiObject(chart, item.file, item.object);
  }
});
timed('write', () => app.synth());
