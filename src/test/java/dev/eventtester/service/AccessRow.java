package dev.eventtester.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One line of a table of requests.
 *
 * @param method of the request
 * @param path with placeholders for ids, and the query
 * @param statuses that are expected, in the order of the table's columns
 * @param body with placeholders; empty for none
 */
record AccessRow(String method, String path, List<Integer> statuses, String body) {

    private static final Path TABLES = Path.of("src/test/resources/access");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z ]+)}");

    /** The lines of a table. */
    static Stream<AccessRow> of(String table) {
        try {
            return Files.readAllLines(TABLES.resolve(table)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(AccessRow::parse);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AccessRow parse(String line) {
        String[] columns = line.split("\\|", -1);
        String[] request = columns[0].trim().split(" +", 2);
        List<Integer> statuses = Arrays.stream(columns, 1, columns.length - 1)
                .flatMap(column -> Arrays.stream(column.trim().split(" +")))
                .map(Integer::valueOf)
                .toList();
        return new AccessRow(request[0], request[1], statuses, columns[columns.length - 1].trim());
    }

    /** The route as {@code GET /api/sources/{}}, whatever its parameters are called. */
    String route() {
        int query = path.indexOf('?');
        return route(method + " " + (query < 0 ? path : path.substring(0, query)));
    }

    /** The same of a route's own template. */
    static String route(String template) {
        return PLACEHOLDER.matcher(template).replaceAll("{}");
    }

    /** Whether something else than a new name is put in. */
    boolean namesThings() {
        return PLACEHOLDER
                .matcher(path + body)
                .results()
                .anyMatch(place -> !place.group(1).equals("name"));
    }

    /** The same with an id in every place. */
    AccessRow filled(UnaryOperator<String> ids) {
        return new AccessRow(method, filled(path, ids), statuses, filled(body, ids));
    }

    private static String filled(String text, UnaryOperator<String> ids) {
        return PLACEHOLDER.matcher(text).replaceAll(place -> Matcher.quoteReplacement(ids.apply(place.group(1))));
    }

    /** A text in which every id is its placeholder again. */
    static String withoutIds(String text, Map<String, String> ids) {
        String without = text;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            without = without.replace(id.getValue(), "{" + id.getKey() + "}");
        }
        return without;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
