package dev.eventtester.trigger.sketch;

import java.util.List;

/** What an author seems to mean: any nesting, any negation. */
sealed interface Sketch {

    /** The opposite, as far as the language has one. */
    Sketch negated();

    /**
     * One comparison that the language can say.
     *
     * @param path   as a trigger spells it
     * @param value  as a trigger spells it, empty where the operator has none
     * @param looser what would hold for more spellings of the same value in the data, or null
     */
    record Compare(String path, Relation operator, String value, Sketch looser) implements Sketch {

        Compare(String path, Relation operator, String value) {
            this(path, operator, value, null);
        }

        @Override
        public Sketch negated() {
            return switch (operator) {
                case IS_TRUE -> new Any(List.of(with(Relation.IS_FALSE), with(Relation.NOT_EXISTS)));
                case IS_FALSE -> new Any(List.of(with(Relation.IS_TRUE), with(Relation.NOT_EXISTS)));
                case UNKNOWN -> new Unknown();
                default -> with(operator.opposite());
            };
        }

        private Compare with(Relation other) {
            return new Compare(path, other, value);
        }
    }

    record All(List<Sketch> parts) implements Sketch {

        @Override
        public Sketch negated() {
            return new Any(parts.stream().map(Sketch::negated).toList());
        }
    }

    record Any(List<Sketch> parts) implements Sketch {

        @Override
        public Sketch negated() {
            return new All(parts.stream().map(Sketch::negated).toList());
        }
    }

    /** Something that the language cannot say. */
    record Unknown() implements Sketch {

        @Override
        public Sketch negated() {
            return this;
        }
    }
}
