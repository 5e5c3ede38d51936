package dev.eventtester.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.eventtester.trigger.condition.Comparison;
import dev.eventtester.trigger.condition.Operator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Values of which probably one is what some comparisons ask for, the most natural ones first. */
final class Candidates {

    private static final int MAX_SEEDS = 6;
    private static final int LONG_TEXT = 2000;
    private static final List<String> GLUE = List.of("", " ", "-", "x", "7", "~", "Sample", "qzj");

    private static final List<String> LITTLE_GLUE = List.of("", " ");
    private static final int LONGEST_OVERLAP = 200;

    private final List<Comparison> comparisons;
    private final Set<JsonNode> values = new LinkedHashSet<>();

    private Candidates(List<Comparison> comparisons) {
        this.comparisons = comparisons;
    }

    static Collection<JsonNode> of(List<Comparison> comparisons, List<JsonNode> suggestions) {
        Candidates candidates = new Candidates(comparisons);
        candidates.values.addAll(suggestions);
        candidates.simple();
        if (candidates.any(Operator::wantsNumber)) {
            candidates.numbers();
        } else {
            candidates.texts(suggestions);
        }
        candidates.values.add(MissingNode.getInstance());
        // Whatever is asked below a falsy value is asked of that value itself, so these are the last resort.
        candidates.values.add(TextNode.valueOf(""));
        candidates.values.add(IntNode.valueOf(0));
        return candidates.values;
    }

    private boolean any(Predicate<Operator> kind) {
        return comparisons.stream().map(Comparison::operator).anyMatch(kind);
    }

    private void simple() {
        for (Comparison comparison : comparisons) {
            switch (comparison.operator()) {
                case IS_TRUE -> values.add(BooleanNode.TRUE);
                case IS_FALSE -> values.add(BooleanNode.FALSE);
                case NOT_EXISTS -> values.add(MissingNode.getInstance());
                case EQUALS -> values.add(TextNode.valueOf(comparison.expectedText()));
                case NUMBER_EQUALS -> number(comparison.expectedNumber());
                default -> {}
            }
        }
    }

    private void numbers() {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        for (Comparison comparison : comparisons) {
            double bound = comparison.expectedNumber();
            switch (comparison.operator()) {
                case GREATER, AT_LEAST -> low = Math.max(low, bound);
                case LESS, AT_MOST -> high = Math.min(high, bound);
                default -> {}
            }
        }
        around(Math.floor(low), 1);
        around(Math.ceil(high), -1);
        for (int part = 1; part < 10; part++) {
            number(low + (high - low) * part / 10);
        }
        for (double exact : new double[] {low, high, 42, 7, -1, Math.nextUp(low), Math.nextDown(high)}) {
            number(exact);
        }
        for (int other = 100; other < 100 + comparisons.size(); other++) {
            number(other);
        }
    }

    private void around(double bound, int direction) {
        for (int step = 1; step <= 5; step++) {
            number(bound + direction * step);
        }
    }

    private void number(double number) {
        if (Double.isFinite(number) && number != 0) {
            values.add(FieldValue.numberNode(number));
        }
    }

    private void texts(List<JsonNode> suggestions) {
        String start = longest(Operator.STARTS_WITH);
        String end = longest(Operator.ENDS_WITH);
        List<String> pieces = pieces(start, end);
        List<String> seeds = seeds(suggestions, start.length() + end.length() + length(pieces));
        for (String seed : seeds) {
            around(seed, start, pieces, end);
        }
        boolean isLong = start.length() + end.length() + length(pieces) > LONG_TEXT;
        for (String glue : isLong ? LITTLE_GLUE : GLUE) {
            String middle = String.join(glue, pieces);
            text(start + middle + end);
            text(start + glue + middle + glue + end);
        }
        if (isLong) {
            return;
        }
        text(overlapped(start, end));
        text(overlapped(overlapped(start, String.join("", pieces)), end));
    }

    private List<String> seeds(List<JsonNode> suggestions, int wanted) {
        if (wanted > LONG_TEXT) {
            return List.of();
        }
        return suggestions.stream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(text -> text.length() < LONG_TEXT)
                .limit(MAX_SEEDS)
                .toList();
    }

    /** Puts the wanted pieces into a text that is natural for the place, an address of a mailbox for example. */
    private void around(String seed, String start, List<String> pieces, String end) {
        String middle = String.join(" ", pieces);
        int at = seed.indexOf('@');
        if (at > 0) {
            text(start + seed.substring(0, at) + middle + (end.isEmpty() ? seed.substring(at) : end));
        }
        if (seed.indexOf(' ') > 0 && !middle.isEmpty()) {
            text(start + seed + " " + middle + end);
        }
        text(start + seed + middle + end);
        text(start + middle + seed + end);
    }

    private void text(String text) {
        if (!text.isEmpty()) {
            values.add(TextNode.valueOf(text));
        }
    }

    private String longest(Operator operator) {
        String longest = "";
        for (Comparison comparison : comparisons) {
            String text = comparison.expectedText();
            if (comparison.operator() == operator && text.length() > longest.length()) {
                longest = text;
            }
        }
        return longest;
    }

    /** What the text must contain beside its start and end. */
    private List<String> pieces(String start, String end) {
        List<String> pieces = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            String piece = comparison.expectedText();
            boolean there = start.contains(piece)
                    || end.contains(piece)
                    || pieces.stream().anyMatch(other -> other.contains(piece));
            if (comparison.operator() == Operator.CONTAINS && !there) {
                pieces.removeIf(piece::contains);
                pieces.add(piece);
            }
        }
        return pieces;
    }

    private static int length(List<String> pieces) {
        return pieces.stream().mapToInt(String::length).sum();
    }

    private static String overlapped(String one, String other) {
        for (int shared = Math.min(Math.min(one.length(), other.length()), LONGEST_OVERLAP); shared > 0; shared--) {
            if (one.endsWith(other.substring(0, shared))) {
                return one + other.substring(shared);
            }
        }
        return one + other;
    }
}
