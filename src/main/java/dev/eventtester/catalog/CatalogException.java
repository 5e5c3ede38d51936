package dev.eventtester.catalog;

import java.util.List;

/** Definitions are wrong and the service must not start. Each problem says {@code file:line:column: reason}. */
public final class CatalogException extends RuntimeException {

    private final List<String> problems;

    CatalogException(List<String> problems) {
        super("The catalog is wrong:\n" + String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the files' lines. */
    public List<String> problems() {
        return problems;
    }
}
