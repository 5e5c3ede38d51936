package dev.eventtester.delivery;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** A response's body as it comes in, kept up to a limit that holds before and after decompression. */
final class ReceivedBody {

    private final int limit;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean truncated;

    ReceivedBody(int limit) {
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

    boolean isTruncated() {
        return truncated;
    }

    /** What has come so far. */
    Content content(boolean gzip) {
        Content raw = new Content(kept.toByteArray(), truncated);
        return gzip && raw.bytes.length > 0 ? unzip(raw) : raw;
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
    record Content(byte[] bytes, boolean truncated) {}
}
