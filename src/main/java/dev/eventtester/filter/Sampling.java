package dev.eventtester.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Turns a value into a number from 0 to 1, always the same for the same value and evenly spread over all values. */
final class Sampling {

    private static final int BITS = 64;
    private static final double UNIT = 0x1p-64;

    private Sampling() {}

    /** The place of a value: the MD5 of its JSON, read as a binary fraction. A missing value counts as null. */
    static double share(JsonNode value) {
        ByteBuffer digest = ByteBuffer.wrap(md5(value.isMissingNode() ? "null" : value.toString()));
        long high = digest.getLong();
        long low = digest.getLong();
        int zeros = Long.numberOfLeadingZeros(high);
        long significand = zeros == 0 ? high : zeros == BITS ? low : (high << zeros) | (low >>> (BITS - zeros));
        return unsigned(significand | 1) * Math.scalb(UNIT, -zeros);
    }

    private static double unsigned(long bits) {
        // half of it, rounded to odd, so that the last bit still decides how the double is rounded
        return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
    }

    private static byte[] md5(String text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has MD5", e);
        }
    }
}
