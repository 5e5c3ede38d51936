// Measures the reference packages on the inputs of TriggerBenchmark. Run it where they are installed:
//   npm install @segment/destination-subscriptions@3.37.0 && node /path/to/src/bench/node/trigger.mjs
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const require = createRequire(join(process.cwd(), 'package.json'))
const { parseFql, validate } = require('@segment/destination-subscriptions')

const inputs = new URL('../resources/trigger/', import.meta.url)
const event = JSON.parse(readFileSync(new URL('event.json', inputs), 'utf8'))
const texts = readFileSync(new URL('triggers.txt', inputs), 'utf8').split('\n').filter(Boolean)
const triggers = texts.map(text => parseFql(text))

function eventAgainst50Triggers() {
  let matched = 0
  for (const trigger of triggers) if (validate(trigger, event)) matched++
  return matched
}

function parseAndEvaluate() {
  let matched = 0
  for (const text of texts) if (validate(parseFql(text), event)) matched++
  return matched
}

function perSecond(run, operations) {
  const rounds = []
  let matched = 0
  for (let round = 0; round < 8; round++) {
    const start = process.hrtime.bigint()
    let runs = 0
    let elapsed = 0
    while (elapsed < 1e9) {
      for (let i = 0; i < 100; i++) matched += run()
      runs += 100
      elapsed = Number(process.hrtime.bigint() - start)
    }
    if (round >= 3) rounds.push((runs * operations * 1e9) / elapsed)
  }
  if (matched === 0) throw new Error('nothing matched')
  return Math.round(rounds.reduce((sum, value) => sum + value, 0) / rounds.length)
}

console.log(`${texts.length} triggers, ${eventAgainst50Triggers()} match`)
console.log(`event_against_50_triggers ${perSecond(eventAgainst50Triggers, 1)} events/s`)
console.log(`parse_and_evaluate ${perSecond(parseAndEvaluate, texts.length)} triggers/s`)
