package dev.eventtester.field.format;

/** A set of ASCII characters. */
final class CharClass {

    private final boolean[] members = new boolean[128];

    CharClass(String members) {
        for (int i = 0; i < members.length(); i++) {
            this.members[members.charAt(i)] = true;
        }
    }

    /** Letters and digits, and the characters of a text. */
    static CharClass alphanumericOr(String others) {
        return new CharClass("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" + others);
    }

    boolean has(char c) {
        return c < 128 && members[c];
    }
}
