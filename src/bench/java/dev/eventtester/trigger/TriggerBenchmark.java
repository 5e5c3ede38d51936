package dev.eventtester.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Triggers per event and triggers read, over the files that {@code src/bench/node/trigger.mjs} measures as well. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TriggerBenchmark {

    private static final int TRIGGERS = 50;

    private JsonNode event;
    private String[] texts;
    private Trigger[] triggers;

    /** Reads the inputs. */
    @Setup
    public void read() throws IOException {
        try (InputStream json = TriggerBenchmark.class.getResourceAsStream("/trigger/event.json");
                InputStream lines = TriggerBenchmark.class.getResourceAsStream("/trigger/triggers.txt")) {
            event = new ObjectMapper().readTree(json);
            List<String> all = new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (all.size() != TRIGGERS) {
                throw new IllegalStateException("there are " + all.size() + " triggers");
            }
            texts = all.toArray(new String[0]);
            triggers = all.stream().map(Trigger::parse).toArray(Trigger[]::new);
        }
    }

    /** One event against 50 parsed triggers; the unit is events. */
    @Benchmark
    public int event_against_50_triggers() {
        int matched = 0;
        for (Trigger trigger : triggers) {
            if (trigger.matches(event)) {
                matched++;
            }
        }
        return matched;
    }

    /** Reading a trigger and evaluating it once; the unit is triggers. */
    @Benchmark
    @OperationsPerInvocation(TRIGGERS)
    public int parse_and_evaluate() {
        int matched = 0;
        for (String text : texts) {
            if (Trigger.parse(text).matches(event)) {
                matched++;
            }
        }
        return matched;
    }

    /** One event explained by 50 parsed triggers; the unit is events. */
    @Benchmark
    public int event_explained_by_50_triggers() {
        int matched = 0;
        for (Trigger trigger : triggers) {
            if (trigger.explain(event).matched()) {
                matched++;
            }
        }
        return matched;
    }
}
