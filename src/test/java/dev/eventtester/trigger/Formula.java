package dev.eventtester.trigger;

import static dev.eventtester.trigger.Events.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A random proposition over four members of an event, written as authors would and decided by plain logic. */
sealed interface Formula {

    String text();

    /** @param values one bit a member */
    boolean holds(int values);

    static JsonNode event(int values) {
        return json(IntStream.range(0, 4)
                .mapToObj(i -> "'%s':'%s'".formatted(Member.NAMES.get(i), (values >> i & 1) == 1 ? "yes" : "no"))
                .collect(Collectors.joining(",", "{", "}")));
    }

    static Formula random(Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return new Member(random.nextInt(4), random.nextBoolean());
        }
        if (random.nextInt(4) == 0) {
            return new Not(random(random, depth - 1));
        }
        List<Formula> parts = IntStream.range(0, 2 + random.nextInt(2))
                .mapToObj(i -> random(random, depth - 1))
                .toList();
        return new Join(random.nextBoolean(), parts);
    }

    record Member(int index, boolean wanted) implements Formula {

        private static final List<String> NAMES = List.of("type", "event", "name", "userId");

        @Override
        public String text() {
            return NAMES.get(index) + (wanted ? " = " : " != ") + "\"yes\"";
        }

        @Override
        public boolean holds(int values) {
            return (values >> index & 1) == 1 == wanted;
        }
    }

    record Not(Formula part) implements Formula {

        @Override
        public String text() {
            return "!(" + part.text() + ")";
        }

        @Override
        public boolean holds(int values) {
            return !part.holds(values);
        }
    }

    record Join(boolean all, List<Formula> parts) implements Formula {

        @Override
        public String text() {
            return parts.stream()
                    .map(part -> part instanceof Join ? "(" + part.text() + ")" : part.text())
                    .collect(Collectors.joining(all ? " and " : " or "));
        }

        @Override
        public boolean holds(int values) {
            return all
                    ? parts.stream().allMatch(part -> part.holds(values))
                    : parts.stream().anyMatch(part -> part.holds(values));
        }
    }
}
