package dev.eventtester.catalog.reading;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids for what has none of its own: the same names give the same id on every machine and after every start. */
public final class StableId {

    private static final String BASE_62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger RADIX = BigInteger.valueOf(BASE_62.length());

    private StableId() {}

    /** 24 hexadecimal digits, as destination definitions have. */
    public static String hex(String name) {
        return HexFormat.of().formatHex(digest(name)).substring(0, 24);
    }

    /** The given number of base-62 characters, as actions (22) and sources (10) have. */
    public static String base62(String name, int length) {
        StringBuilder id = new StringBuilder(length);
        BigInteger rest = new BigInteger(1, digest(name));
        while (id.length() < length) {
            id.append(BASE_62.charAt(rest.mod(RADIX).intValue()));
            rest = rest.divide(RADIX);
        }
        return id.toString();
    }

    private static byte[] digest(String name) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
