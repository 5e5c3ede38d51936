package dev.eventtester.export;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.delivery.secret.Redaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * How a request's body gets to curl.
 *
 * @param input what stands before the command and is piped into it, empty for nothing
 * @param option of the command
 */
record CurlBody(String input, String option) {

    /** Linux takes 128 KiB as one argument of a program; what the shell writes by itself may be of any length. */
    private static final int LONGEST_ARGUMENT = 100_000;

    private static final String WHERE = "in the body";
    private static final String FROM_INPUT = "--data-binary @-";
    private static final byte[] PLACEHOLDER = Redaction.PLACEHOLDER.getBytes(StandardCharsets.US_ASCII);
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(76, new byte[] {'\n'});

    static CurlBody of(JsonNode request, Secrets secrets) {
        byte[] body = RecordedCall.body(request);
        boolean binary = RecordedCall.isBase64(request) || indexOf(new byte[1], body, 0) >= 0;
        if (binary) {
            return new CurlBody(decoded(body, secrets), FROM_INPUT);
        }
        String word = secrets.word(request.path("body").asText(""), WHERE);
        // --data-raw: another option would take a body that begins with @ for a file's name
        return word.length() * 3L <= LONGEST_ARGUMENT
                        || word.getBytes(StandardCharsets.UTF_8).length <= LONGEST_ARGUMENT
                ? new CurlBody("", "--data-raw " + word)
                : new CurlBody("printf '%s' " + word + " | \\\n", FROM_INPUT);
    }

    private static String decoded(byte[] body, Secrets secrets) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int at = indexOf(PLACEHOLDER, body, 0); at >= 0; at = indexOf(PLACEHOLDER, body, from)) {
            pieces.add(decoded(Arrays.copyOfRange(body, from, at)));
            pieces.add("printf '%s' " + secrets.variable(WHERE));
            from = at + PLACEHOLDER.length;
        }
        pieces.add(decoded(Arrays.copyOfRange(body, from, body.length)));
        return "{ " + String.join("\n", pieces) + "\n} | \\\n";
    }

    private static String decoded(byte[] piece) {
        return "printf '%s' '" + LINES.encodeToString(piece) + "' | base64 --decode";
    }

    private static int indexOf(byte[] wanted, byte[] bytes, int from) {
        for (int at = from; at + wanted.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
