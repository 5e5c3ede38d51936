package dev.eventtester.catalog.yaml;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;

/** Collects what is wrong with the definitions, so that one start tells everything. */
public final class Problems {

    private static final int MOST = 100;

    private final List<String> problems = new ArrayList<>();

    /** A problem of a whole file. */
    public void add(String file, String reason) {
        add(file, null, reason);
    }

    void add(String file, Mark mark, String reason) {
        String place = mark == null ? file : file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
        if (problems.size() < MOST) {
            problems.add(place + ": " + reason);
        }
    }

    int count() {
        return problems.size();
    }

    /** Each as {@code file:line:column: reason}, in the order of the reading; the first hundred. */
    public List<String> all() {
        return List.copyOf(problems);
    }
}
