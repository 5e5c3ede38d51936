package dev.eventtester.delivery.secret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Knows the spellings of some secrets and finds them in bytes, through two layers of escapes. Immutable. */
final class SecretScan {

    /** Shorter secrets are replaced only where they are a whole value. */
    static final int SHORTEST = 4;

    private static final int MOST_PAIRED = 8;
    private static final int LAYERS = 2;

    /** Of longer secrets the base64 is found without the few characters that it shares with its surroundings. */
    private static final int LONGEST_WHOLE = 512;

    private final Automaton automaton;
    private final List<byte[]> whole;

    private SecretScan(Automaton automaton, List<byte[]> whole) {
        this.automaton = automaton;
        this.whole = whole;
    }

    static SecretScan of(Collection<String> secrets) {
        Set<String> distinct = new LinkedHashSet<>(secrets);
        distinct.remove("");
        Automaton.Builder patterns = new Automaton.Builder();
        for (String secret : distinct) {
            addSpellings(patterns, secret.getBytes(StandardCharsets.UTF_8));
            addSpellings(patterns, secret.getBytes(StandardCharsets.ISO_8859_1));
        }
        if (distinct.size() <= MOST_PAIRED) {
            addPairs(patterns, distinct);
        }
        List<byte[]> whole = distinct.stream()
                .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                .filter(secret -> secret.length < SHORTEST)
                .toList();
        return new SecretScan(patterns.build(), whole);
    }

    boolean isEmpty() {
        return automaton.isEmpty();
    }

    /**
     * @return for each byte how many secrets begin there minus how many ended before it, with one element more than
     *     there are bytes; null if there is no secret
     */
    int[] find(byte[] bytes, boolean truncated) {
        if (isEmpty() || bytes.length == 0) {
            return null;
        }
        Marks marks = new Marks(bytes.length);
        search(Unescaped.of(bytes), truncated, LAYERS, marks);
        return marks.any ? marks.edges : null;
    }

    private void search(Unescaped view, boolean truncated, int layers, Marks marks) {
        automaton.scan(view.bytes(), truncated, (start, end) -> marks.add(view.origin(start), view.originEnd(end)));
        markWholeValues(view, marks);
        if (layers == 0) {
            return;
        }
        if (view.contains('\\')) {
            search(view.json(), truncated, layers - 1, marks);
        }
        if (view.contains('%')) {
            search(view.percent(), truncated, layers - 1, marks);
        }
    }

    /** A short secret that is the whole text, or the last query parameter's value. */
    private void markWholeValues(Unescaped view, Marks marks) {
        byte[] bytes = view.bytes();
        for (byte[] secret : whole) {
            int start = bytes.length - secret.length;
            if (start >= 0
                    && (start == 0 || bytes[start - 1] == '=')
                    && Arrays.equals(bytes, start, bytes.length, secret, 0, secret.length)) {
                marks.add(view.origin(start), view.originEnd(bytes.length));
            }
        }
    }

    private static void addSpellings(Automaton.Builder patterns, byte[] secret) {
        if (secret.length >= SHORTEST) {
            patterns.add(secret, 0, 0);
            addInnerBase64(patterns, secret);
        } else {
            patterns.add(join("\"", secret, "\""), -1, -1);
            patterns.add(join("=", secret, "&"), -1, -1);
        }
        if (secret.length > LONGEST_WHOLE) {
            return;
        }
        addBase64(patterns, join("", secret, ":"));
        addBase64(patterns, join(":", secret, ""));
        if (secret.length >= SHORTEST) {
            addBase64(patterns, secret);
        }
    }

    private static void addPairs(Automaton.Builder patterns, Set<String> secrets) {
        for (String user : secrets) {
            for (String password : secrets) {
                addBase64(patterns, (user + ":" + password).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void addBase64(Automaton.Builder patterns, byte[] bytes) {
        patterns.add(Base64.getEncoder().encode(bytes), 0, 0);
        patterns.add(Base64.getUrlEncoder().encode(bytes), 0, 0);
        patterns.add(Base64.getEncoder().withoutPadding().encode(bytes), 0, 0);
        patterns.add(Base64.getUrlEncoder().withoutPadding().encode(bytes), 0, 0);
    }

    /** What a secret looks like in the base64 of a text around it, by its position there, without the shared edges. */
    private static void addInnerBase64(Automaton.Builder patterns, byte[] secret) {
        for (int before = 0; before < 3; before++) {
            byte[] padded = new byte[before + secret.length];
            System.arraycopy(secret, 0, padded, before, secret.length);
            int from = before == 0 ? 0 : before + 1;
            int shared = padded.length % 3 == 0 ? 0 : 1;
            byte[] plain = Base64.getEncoder().withoutPadding().encode(padded);
            byte[] url = Base64.getUrlEncoder().withoutPadding().encode(padded);
            patterns.add(Arrays.copyOfRange(plain, from, plain.length - shared), from, shared);
            patterns.add(Arrays.copyOfRange(url, from, url.length - shared), from, shared);
        }
    }

    private static byte[] join(String before, byte[] secret, String after) {
        byte[] joined = new byte[before.length() + secret.length + after.length()];
        System.arraycopy(before.getBytes(StandardCharsets.US_ASCII), 0, joined, 0, before.length());
        System.arraycopy(secret, 0, joined, before.length(), secret.length);
        System.arraycopy(
                after.getBytes(StandardCharsets.US_ASCII), 0, joined, before.length() + secret.length, after.length());
        return joined;
    }

    /** Where secrets begin and end. */
    private static final class Marks {
        private final int[] edges;
        private boolean any;

        Marks(int length) {
            edges = new int[length + 1];
        }

        void add(int start, int end) {
            if (start < end) {
                edges[start]++;
                edges[end]--;
                any = true;
            }
        }
    }
}
