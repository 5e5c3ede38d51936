package dev.eventtester.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Payloads of 20 fields per second, over the files that {@code src/bench/node/field.mjs} measures as well. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FieldBenchmark {

    private static final int FIELDS = 20;

    private FieldSet fields;
    private ObjectNode payload;
    private ObjectNode toConvert;
    private ObjectNode invalid;

    /** Reads the inputs. */
    @Setup
    public void read() throws IOException {
        fields = FieldSet.of(input("fields"));
        payload = (ObjectNode) input("payload");
        if (fields.definitions().size() != FIELDS || payload.size() != FIELDS) {
            throw new IllegalStateException("there are " + fields.definitions().size() + " fields");
        }
        toConvert = payload.deepCopy().setAll((ObjectNode) input("conversions"));
        invalid = payload.deepCopy().setAll((ObjectNode) input("mistakes"));
    }

    private static JsonNode input(String name) throws IOException {
        try (InputStream json = FieldBenchmark.class.getResourceAsStream("/field/" + name + ".json")) {
            return new ObjectMapper().readTree(json);
        }
    }

    /** A payload that needs no change. */
    @Benchmark
    public Validation valid_payload() {
        return fields.validate(payload);
    }

    /** A payload with values to convert and to drop; it is copied each time, since it is changed in place. */
    @Benchmark
    public Validation payload_to_convert() {
        return fields.validate(copy(toConvert));
    }

    /** A payload with five errors, copied each time. */
    @Benchmark
    public Validation invalid_payload() {
        return fields.validate(copy(invalid));
    }

    private static ObjectNode copy(ObjectNode payload) {
        return payload.objectNode().setAll(payload);
    }
}
