package dev.eventtester.api.body;

import dev.eventtester.api.ApiException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** How the bytes of a body are packed. */
enum ContentCoding {
    IDENTITY {
        @Override
        InputStream open(InputStream packed) {
            return packed;
        }
    },
    GZIP {
        @Override
        InputStream open(InputStream packed) throws IOException {
            return new GZIPInputStream(packed);
        }
    },
    DEFLATE {
        @Override
        InputStream open(InputStream packed) {
            return new InflaterInputStream(packed);
        }
    };

    /** The coding that a {@code Content-Encoding} names; a 415 for one that nobody can unpack here. */
    static ContentCoding of(String header) {
        String name = header == null ? "" : header.trim().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity" -> IDENTITY;
            case "gzip", "x-gzip" -> GZIP;
            case "deflate" -> DEFLATE;
            default -> throw ApiException.of(415, "The request's body may be packed with gzip or deflate only.");
        };
    }

    /**
     * The first bytes of what was packed.
     *
     * @param most how many at most; no more than these are unpacked, however much there is
     */
    byte[] unpack(byte[] packed, int most) {
        if (packed.length == 0) {
            return packed;
        }
        try (InputStream plain = open(new ByteArrayInputStream(packed))) {
            return plain.readNBytes(most);
        } catch (IOException e) {
            throw ApiException.malformed("The request's body is not valid " + name().toLowerCase(Locale.ROOT) + ".");
        }
    }

    abstract InputStream open(InputStream packed) throws IOException;
}
