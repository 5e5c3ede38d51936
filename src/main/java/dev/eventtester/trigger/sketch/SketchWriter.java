package dev.eventtester.trigger.sketch;

import dev.eventtester.trigger.sketch.Sketch.All;
import dev.eventtester.trigger.sketch.Sketch.Any;
import dev.eventtester.trigger.sketch.Sketch.Compare;
import dev.eventtester.trigger.sketch.Sketch.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a sketch as a trigger that is read as meant: at most one level of parentheses, no function inside. */
final class SketchWriter {

    private static final int MAX_COMPARISONS = 100;

    private final boolean looser;

    private SketchWriter(boolean looser) {
        this.looser = looser;
    }

    /**
     * The trigger, or null where the language has none for it.
     *
     * @param looser whether to take the looser form of each comparison that has one
     */
    static String write(Sketch sketch, boolean looser) {
        SketchWriter writer = new SketchWriter(looser);
        Sketch flat = writer.flatten(sketch);
        if (flat == null) {
            return null;
        }
        List<Sketch> parts = parts(flat);
        if (parts.stream().allMatch(part -> parts(part).stream().allMatch(Compare.class::isInstance))) {
            return writer.level(flat);
        }
        Sketch any = normal(flat, false);
        Sketch all = normal(flat, true);
        Sketch shorter = any == null || (all != null && size(all) < size(any)) ? all : any;
        return shorter == null ? null : writer.level(shorter);
    }

    private static int size(Sketch sketch) {
        return parts(sketch).stream().mapToInt(part -> parts(part).size()).sum();
    }

    private static List<Sketch> parts(Sketch sketch) {
        if (sketch instanceof All all) {
            return all.parts();
        }
        return sketch instanceof Any any ? any.parts() : List.of(sketch);
    }

    /** Merges equal operators and single parts; null if anything is unknown. */
    private Sketch flatten(Sketch sketch) {
        if (sketch instanceof Unknown) {
            return null;
        }
        if (sketch instanceof Compare compare) {
            return looser && compare.looser() != null ? compare.looser() : compare;
        }
        List<Sketch> flat = new ArrayList<>();
        for (Sketch part : parts(sketch)) {
            Sketch inner = flatten(part);
            if (inner == null) {
                return null;
            }
            if (inner.getClass() == sketch.getClass()) {
                flat.addAll(parts(inner));
            } else {
                flat.add(inner);
            }
        }
        if (flat.size() == 1) {
            return flat.get(0);
        }
        return flat.isEmpty() ? null : group(sketch instanceof All, flat);
    }

    private static Sketch group(boolean all, List<Sketch> parts) {
        return all ? new All(parts) : new Any(parts);
    }

    /** The normal form whose root is as wanted; null where it would be too long. */
    private static Sketch normal(Sketch flat, boolean rootIsAll) {
        List<List<Compare>> clauses = clauses(flat, rootIsAll);
        if (clauses == null) {
            return null;
        }
        List<Sketch> parts = new ArrayList<>();
        for (List<Compare> clause : clauses) {
            parts.add(clause.size() == 1 ? clause.get(0) : group(!rootIsAll, List.copyOf(clause)));
        }
        return parts.size() == 1 ? parts.get(0) : group(rootIsAll, parts);
    }

    private static List<List<Compare>> clauses(Sketch sketch, boolean rootIsAll) {
        if (sketch instanceof Compare compare) {
            return List.of(List.of(compare));
        }
        boolean joins = sketch instanceof All == rootIsAll;
        List<List<Compare>> result = joins ? new ArrayList<>() : List.of(List.of());
        for (Sketch part : parts(sketch)) {
            List<List<Compare>> more = clauses(part, rootIsAll);
            if (more == null) {
                return null;
            }
            if (joins) {
                result.addAll(more);
            } else {
                result = product(result, more);
            }
            if (result == null || result.stream().mapToInt(List::size).sum() > MAX_COMPARISONS) {
                return null;
            }
        }
        return result;
    }

    private static List<List<Compare>> product(List<List<Compare>> left, List<List<Compare>> right) {
        if (left.size() * right.size() > MAX_COMPARISONS) {
            return null;
        }
        List<List<Compare>> product = new ArrayList<>();
        for (List<Compare> one : left) {
            for (List<Compare> other : right) {
                List<Compare> both = new ArrayList<>(one);
                other.stream().filter(compare -> !both.contains(compare)).forEach(both::add);
                product.add(both);
            }
        }
        return product;
    }

    private String level(Sketch sketch) {
        if (sketch instanceof Compare compare) {
            return comparison(compare, false);
        }
        return parts(sketch).stream().map(this::part).collect(Collectors.joining(operator(sketch)));
    }

    private static String operator(Sketch group) {
        return group instanceof All ? " and " : " or ";
    }

    private String part(Sketch part) {
        if (part instanceof Compare compare) {
            return comparison(compare, false);
        }
        return parts(part).stream()
                .map(compare -> comparison((Compare) compare, true))
                .collect(Collectors.joining(operator(part), "(", ")"));
    }

    private static String comparison(Compare compare, boolean grouped) {
        String path = compare.path();
        String value = compare.value();
        boolean textual = path.equals("type") || path.equals("event");
        return switch (compare.operator()) {
            case NUMBER_EQUALS -> path + (isIdentity(path) ? " number_equals " : " = ") + value;
            case NUMBER_NOT_EQUALS -> path + (isIdentity(path) ? " number_not_equals " : " != ") + value;
            case IS_TRUE -> path + (isIdentity(path) ? " is_true true" : " = true");
            case IS_FALSE -> path + (isIdentity(path) ? " is_false false" : " = false");
            case EXISTS -> path + (textual ? " exists null" : " != null");
            case NOT_EXISTS -> path + (textual ? " not_exists null" : " = null");
            default ->
                grouped || path.equals("type") || !value.startsWith("\"")
                        ? path + " " + compare.operator().word() + " " + value
                        : function(compare);
        };
    }

    private static boolean isIdentity(String path) {
        return path.equals("type") || path.equals("event") || path.equals("name") || path.equals("userId");
    }

    private static String function(Compare compare) {
        String path = compare.path();
        String inside = compare.value().substring(1, compare.value().length() - 1);
        return switch (compare.operator()) {
            case CONTAINS -> "contains(" + path + ", " + compare.value() + ")";
            case NOT_CONTAINS -> "!contains(" + path + ", " + compare.value() + ")";
            case STARTS_WITH -> "match(" + path + ", \"" + inside + "*\")";
            case NOT_STARTS_WITH -> "!match(" + path + ", \"" + inside + "*\")";
            case ENDS_WITH -> matchEnd(path, inside, "");
            case NOT_ENDS_WITH -> matchEnd(path, inside, "!");
            default -> path + " " + compare.operator().word() + " " + compare.value();
        };
    }

    /** A pattern that ends with a star would be one for the start. */
    private static String matchEnd(String path, String end, String negation) {
        return end.endsWith("*")
                ? path + (negation.isEmpty() ? " ends_with \"" : " not_ends_with \"") + end + "\""
                : negation + "match(" + path + ", \"*" + end + "\")";
    }

    /** A text as a value: quoted, or with its quotes escaped as a bare word. */
    static String text(String text) {
        return text.indexOf('"') < 0 ? '"' + text + '"' : word(text);
    }

    /** The first letter is escaped, too, lest it start a keyword that the end cuts off. */
    private static String word(String text) {
        String escaped = escape(text);
        return escaped.charAt(0) == '\\' ? escaped : '\\' + escaped;
    }

    /** A name in a path; null if lookups can never address it. */
    static String name(String name) {
        boolean separated = name.indexOf('.') >= 0 || name.indexOf('[') >= 0 || name.indexOf(']') >= 0;
        return name.isEmpty() || separated ? null : escape(name);
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        boolean keyword = text.equals("and") || text.equals("or") || text.equals("null");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
            boolean inner = i > 0 && (MarkScanner.isDigit(c) || c == '-');
            if (!(letter || inner) || (i == 0 && keyword)) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}
