package dev.eventtester.tester.mapping;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.outcome.document.Stage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How far one mapping came. A stage that nothing was written about was not reached. Not thread-safe. */
final class StageLog {

    private enum State {
        PASSED,
        FAILED,
        SKIPPED,
        NOT_REACHED
    }

    /**
     * Why a stage failed or was skipped.
     *
     * @param field the field that it is about, or null
     */
    record Reason(String field, String message) {

        static Reason of(String message) {
            return new Reason(null, message);
        }
    }

    private record Entry(State state, List<Reason> reasons) {}

    private static final Entry NOT_REACHED = new Entry(State.NOT_REACHED, List.of());

    private final Map<Stage, Entry> entries = new EnumMap<>(Stage.class);

    void passed(Stage stage) {
        entries.put(stage, new Entry(State.PASSED, List.of()));
    }

    void failed(Stage stage, List<Reason> reasons) {
        entries.put(stage, new Entry(State.FAILED, reasons));
    }

    void failed(Stage stage, String message) {
        failed(stage, List.of(Reason.of(message)));
    }

    void skipped(Stage stage, String message) {
        entries.put(stage, new Entry(State.SKIPPED, List.of(Reason.of(message))));
    }

    boolean hasFailed() {
        return entries.values().stream().anyMatch(entry -> entry.state() == State.FAILED);
    }

    ArrayNode toJson() {
        ArrayNode stages = JsonNodeFactory.instance.arrayNode();
        for (Stage stage : Stage.values()) {
            Entry entry = entries.getOrDefault(stage, NOT_REACHED);
            ObjectNode json = stages.addObject();
            json.put("stage", stage.name());
            json.put("state", entry.state().name());
            if (!entry.reasons().isEmpty()) {
                ArrayNode reasons = json.putArray("reasons");
                entry.reasons().forEach(reason -> write(reason, reasons.addObject()));
            }
        }
        return stages;
    }

    private static void write(Reason reason, ObjectNode json) {
        if (reason.field() != null) {
            json.put("field", reason.field());
        }
        json.put("message", reason.message());
    }
}
