package dev.eventtester.delivery;

import dev.eventtester.delivery.call.Answer;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A response as it comes in; its body is kept up to a limit that holds before and after decompression. */
final class ReceivedAnswer {

    private final int limit;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean truncated;

    ReceivedAnswer(int limit) {
        this.limit = limit;
    }

    /**
     * @return whether more may come; false once the body is longer than the limit
     */
    boolean add(Buffer chunk) {
        int room = limit - kept.size();
        truncated = chunk.length() > room;
        byte[] bytes = chunk.getBytes(0, Math.min(room, chunk.length()));
        kept.write(bytes, 0, bytes.length);
        return !truncated;
    }

    int size() {
        return kept.size();
    }

    /**
     * What has come so far.
     *
     * @param brokenOff whether the body has not come to its end
     */
    Answer answer(HttpClientResponse response, boolean brokenOff) {
        Map<String, List<String>> headers = headers(response.headers());
        Content raw = new Content(kept.toByteArray(), truncated || brokenOff);
        Content content = isGzip(headers) && raw.bytes.length > 0 ? unzip(raw) : raw;
        String text = response.statusMessage() == null ? "" : response.statusMessage();
        return new Answer(response.statusCode(), text, headers, content.bytes, content.truncated);
    }

    private static Map<String, List<String>> headers(MultiMap from) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        from.forEach(
                (name, value) -> headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), ignored -> new ArrayList<>(1))
                        .add(value));
        return headers;
    }

    private static boolean isGzip(Map<String, List<String>> headers) {
        List<String> encodings = headers.getOrDefault("content-encoding", List.of());
        return encodings.size() == 1
                && (encodings.get(0).equalsIgnoreCase("gzip")
                        || encodings.get(0).equalsIgnoreCase("x-gzip"));
    }

    /** Whatever can be unzipped; if nothing can, the bytes as they came. */
    private Content unzip(Content raw) {
        byte[] unzipped = new byte[limit + 1];
        int length = 0;
        boolean whole = false;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(raw.bytes))) {
            int read = 0;
            while (read >= 0 && length < unzipped.length) {
                length += read;
                read = in.read(unzipped, length, unzipped.length - length);
            }
            whole = read < 0;
        } catch (IOException brokenOff) {
            if (length == 0) {
                return raw;
            }
        }
        return new Content(Arrays.copyOf(unzipped, Math.min(length, limit)), raw.truncated || !whole || length > limit);
    }

    /**
     * @param truncated whether bytes are missing at the end
     */
    private record Content(byte[] bytes, boolean truncated) {}
}
