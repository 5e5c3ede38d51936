package dev.eventtester.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
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

/** Mappings of 17 directives per second, over the files that {@code src/bench/node/mapping.mjs} measures as well. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MappingBenchmark {

    private final InstantSource clock = InstantSource.system();
    private JsonNode event;
    private JsonNode source;
    private Mapping mapping;
    private Mapping withLiquid;

    /** Reads the inputs. */
    @Setup
    public void read() throws IOException {
        event = input("event");
        source = input("mapping");
        mapping = Mapping.compile(source);
        withLiquid = Mapping.compile(input("mapping-with-liquid"));
    }

    private static JsonNode input(String name) throws IOException {
        try (InputStream json = MappingBenchmark.class.getResourceAsStream("/mapping/" + name + ".json")) {
            return new ObjectMapper().readTree(json);
        }
    }

    /** Directives without Liquid. */
    @Benchmark
    public JsonNode resolve() {
        return mapping.resolve(event, clock);
    }

    /** One of the directives is Liquid. */
    @Benchmark
    public JsonNode resolve_with_liquid() {
        return withLiquid.resolve(event, clock);
    }

    /** The same evaluation with the origin of every field. */
    @Benchmark
    public Resolution explain() {
        return mapping.explain(event, clock);
    }

    /** What the reference engine does for every event: check, then evaluate. */
    @Benchmark
    public JsonNode compile_and_resolve() {
        return Mapping.compile(source).resolve(event, clock);
    }
}
