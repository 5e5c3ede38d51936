package dev.eventtester.delivery.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.delivery.secret.Redaction;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A body as it is stored: text where the bytes are UTF-8, else base64.
 *
 * @param content the text, or the base64 of the bytes
 * @param base64 whether {@code content} is base64
 * @param truncated whether the body was longer
 */
public record RecordedBody(String content, boolean base64, boolean truncated) {

    private static final int LONGEST_CHARACTER = 4;

    /** Redacts and writes down a body; the last character of a truncated one may be lost. */
    static RecordedBody of(byte[] body, boolean truncated, Redaction redaction) {
        byte[] redacted = redaction.apply(body, truncated);
        int cuts = truncated ? LONGEST_CHARACTER : 1;
        for (int cut = 0; cut < cuts && cut <= redacted.length; cut++) {
            String text = utf8(redacted, redacted.length - cut);
            if (text != null) {
                return new RecordedBody(text, false, truncated);
            }
        }
        return new RecordedBody(Base64.getEncoder().encodeToString(redacted), true, truncated);
    }

    private static String utf8(byte[] bytes, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException binary) {
            return null;
        }
    }

    void writeTo(ObjectNode json) {
        json.put("body", content);
        if (base64) {
            json.put("encoding", "base64");
        }
    }
}
