package dev.eventtester.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A page that a client asked for, in either spelling ({@code pagination.count} or {@code pagination[count]}). Pages
 * follow a keyset: the cursor holds the last id seen, so that a list never counts or skips rows.
 *
 * @param count how many entries at most, 1 to 1000
 * @param last the key that the page follows, empty for the first page
 */
public record Page(int count, Optional<String> last) {

    private static final int DEFAULT_COUNT = 200;
    private static final int MAX_COUNT = 1000;
    private static final String START = "0";

    /** Reads the page from the query. */
    public static Page of(UriInfo uri) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        return new Page(count(parameter(query, "count")), last(parameter(query, "cursor")));
    }

    private static String parameter(MultivaluedMap<String, String> query, String name) {
        String dotted = query.getFirst("pagination." + name);
        return dotted != null ? dotted : query.getFirst("pagination[" + name + "]");
    }

    private static int count(String text) {
        if (text == null || text.isBlank()) {
            return DEFAULT_COUNT;
        }
        try {
            int count = Integer.parseInt(text.trim());
            if (count >= 1 && count <= MAX_COUNT) {
                return count;
            }
        } catch (NumberFormatException e) {
            // the same rule is broken
        }
        throw ApiException.invalid("pagination.count", "\"pagination.count\" must be a whole number from 1 to 1000.");
    }

    private static Optional<String> last(String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return Optional.empty();
        }
        try {
            String key = new String(Base64.getDecoder().decode(cursor.trim()), StandardCharsets.UTF_8);
            return key.equals(START) ? Optional.empty() : Optional.of(key);
        } catch (IllegalArgumentException e) {
            throw badCursor();
        }
    }

    private static ApiException badCursor() {
        return ApiException.invalid(
                "pagination.cursor", "\"pagination.cursor\" must be a cursor of an earlier answer.");
    }

    /** The id that the page follows, empty for the first page. */
    public Optional<UUID> after() {
        return last.map(key -> PathIds.parse(key).orElseThrow(Page::badCursor));
    }

    /** How many rows to read so that it is known whether a further page exists. */
    public int limit() {
        return count + 1;
    }

    /**
     * Cuts the rows that were read with {@link #limit} to the page.
     *
     * @param rows at most {@code limit()} rows, in the order of the list
     * @param id the key of a row
     */
    public <T> Slice<T> slice(List<T> rows, Function<T, UUID> id) {
        return keyed(rows, row -> id.apply(row).toString());
    }

    /**
     * Cuts the page out of a whole list.
     *
     * @param key of a row, different from every other row's
     */
    public <T> Slice<T> cut(List<T> all, Function<T, String> key) {
        int from = 0;
        if (last.isPresent()) {
            from = all.stream().map(key).toList().indexOf(last.get()) + 1;
            if (from == 0) {
                throw badCursor();
            }
        }
        return keyed(all.subList(from, Math.min(all.size(), from + limit())), key);
    }

    private <T> Slice<T> keyed(List<T> rows, Function<T, String> key) {
        boolean more = rows.size() > count;
        List<T> entries = more ? rows.subList(0, count) : rows;
        String next = more ? cursor(key.apply(entries.get(count - 1))) : null;
        return new Slice<>(entries, new Position(cursor(last.orElse(START)), next));
    }

    private static String cursor(String key) {
        return Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The entries of one page and where it stands.
     *
     * @param entries the rows
     * @param position the {@code pagination} member of the answer
     */
    public record Slice<T>(List<T> entries, Position position) {

        /** The answer of a list: the entries under their name, then the pagination. */
        public <V> Data as(String name, Function<T, V> view) {
            return as(name, entries.stream().map(view).toList());
        }

        /** The same with entries that are shown already. */
        public Data as(String name, List<?> shown) {
            return Data.of(name, shown).and("pagination", position);
        }
    }

    /**
     * The {@code pagination} member of an answer.
     *
     * @param current the cursor of this page
     * @param next the cursor of the next page, or null at the end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record Position(String current, String next) {}
}
