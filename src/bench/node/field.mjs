// Measures the reference packages on the inputs of FieldBenchmark. Run it where they are installed:
//   npm install @segment/actions-core@3.170.0 ajv@8.18.0 ajv-formats@2.1.1 dayjs@1.10.7 && node /path/to/src/bench/node/field.mjs
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const require = createRequire(join(process.cwd(), 'package.json'))
const core = name => require(join(process.cwd(), 'node_modules/@segment/actions-core/dist/cjs', name))
const { fieldsToJsonSchema } = core('destination-kit/fields-to-jsonschema.js')
const { removeEmptyValues } = core('remove-empty-values.js')
const { validateSchema } = core('schema-validation.js')

const inputs = new URL('../resources/field/', import.meta.url)
const input = name => JSON.parse(readFileSync(new URL(`${name}.json`, inputs), 'utf8'))
console.warn = () => {}
const schema = fieldsToJsonSchema(input('fields'))
const payload = input('payload')
const toConvert = { ...payload, ...input('conversions') }
const invalid = { ...payload, ...input('mistakes') }

// The reference engine copies what it cleans, so the payloads stay as they are.
function validate(value) {
  try {
    validateSchema(removeEmptyValues(value, schema, true), schema, { schemaKey: 'bench', exempt: ['dynamicAuthSettings'] })
    return 0
  } catch (error) {
    return error.errors.length
  }
}

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

console.log(`${Object.keys(input('fields')).length} fields, errors: ${[payload, toConvert, invalid].map(validate)}`)
console.log(`valid_payload ${perSecond(() => validate(payload))} payloads/s`)
console.log(`payload_to_convert ${perSecond(() => validate(toConvert))} payloads/s`)
console.log(`invalid_payload ${perSecond(() => validate(invalid))} payloads/s`)
