// Measures the reference package on the inputs of MappingBenchmark. Run it where it is installed:
//   npm install @segment/actions-core@3.170.0 liquidjs@10.25.7 && node /path/to/src/bench/node/mapping.mjs
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const require = createRequire(join(process.cwd(), 'package.json'))
const { transform } = require('@segment/actions-core')

const inputs = new URL('../resources/mapping/', import.meta.url)
const input = name => JSON.parse(readFileSync(new URL(`${name}.json`, inputs), 'utf8'))
const event = input('event')

function perSecond(run) {
  const rounds = []
  for (let round = 0; round < 8; round++) {
    const start = process.hrtime.bigint()
    let runs = 0
    let elapsed = 0
    while (elapsed < 1e9) {
      for (let i = 0; i < 100; i++) run()
      runs += 100
      elapsed = Number(process.hrtime.bigint() - start)
    }
    if (round >= 3) rounds.push((runs * 1e9) / elapsed)
  }
  return Math.round(rounds.reduce((sum, value) => sum + value, 0) / rounds.length)
}

for (const [name, file] of [['resolve', 'mapping'], ['resolve_with_liquid', 'mapping-with-liquid']]) {
  const mapping = input(file)
  console.log(`${name} ${perSecond(() => transform(mapping, event))} mappings/s`)
}
