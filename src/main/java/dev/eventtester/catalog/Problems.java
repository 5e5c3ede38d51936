package dev.eventtester.catalog;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;

/** Collects what is wrong with the definitions, so that one start tells everything. */
final class Problems {

    private static final int MOST = 100;

    private final List<String> problems = new ArrayList<>();

    void add(String file, Mark mark, String reason) {
        String place = mark == null ? file : file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
        if (problems.size() < MOST) {
            problems.add(place + ": " + reason);
        }
    }

    int count() {
        return problems.size();
    }

    /** @throws CatalogException if there is any problem */
    void refuse() {
        if (!problems.isEmpty()) {
            throw new CatalogException(problems);
        }
    }
}
