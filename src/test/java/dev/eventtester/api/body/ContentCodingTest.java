package dev.eventtester.api.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventtester.api.ApiException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCodingTest {

    private static final byte[] TEXT = "{\"batch\":[]}".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @CsvSource({
        ",IDENTITY",
        "'',IDENTITY",
        "Identity,IDENTITY",
        "gzip,GZIP",
        " GZip ,GZIP",
        "x-gzip,GZIP",
        "deflate,DEFLATE"
    })
    void knows_the_codings_of_clients(String header, ContentCoding coding) {
        assertThat(ContentCoding.of(header)).isEqualTo(coding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "gzip, gzip", "nope"})
    void refuses_what_it_cannot_unpack(String header) {
        assertThatThrownBy(() -> ContentCoding.of(header))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.status()).isEqualTo(415));
    }

    @Test
    void unpacks_what_was_packed() throws IOException {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(deflated)) {
            deflate.write(TEXT);
        }

        assertThat(ContentCoding.GZIP.unpack(gzip(TEXT), 1000)).isEqualTo(TEXT);
        assertThat(ContentCoding.DEFLATE.unpack(deflated.toByteArray(), 1000)).isEqualTo(TEXT);
        assertThat(ContentCoding.IDENTITY.unpack(TEXT, 1000)).isEqualTo(TEXT);
        assertThat(ContentCoding.GZIP.unpack(new byte[0], 1000)).isEmpty();
    }

    @Test
    void unpacks_no_more_than_is_asked_for() throws IOException {
        byte[] packed = gzip(new byte[10_000_000]);
        // were anything behind the first bytes unpacked, the missing end would be an error
        byte[] cut = Arrays.copyOf(packed, packed.length / 2);

        assertThat(ContentCoding.GZIP.unpack(cut, 1001)).hasSize(1001);
        assertThatThrownBy(() -> ContentCoding.GZIP.unpack(cut, 10_000_001))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.status()).isEqualTo(400));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }
}
