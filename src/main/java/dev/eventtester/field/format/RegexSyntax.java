package dev.eventtester.field.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether a text is a regular expression of JavaScript without flags: the grammar with all its leniency towards old web
 * pages. Reads the text once and never runs it.
 */
final class RegexSyntax {

    private static final int MAX_CAPTURES = (1 << 15) - 1;
    private static final String ASSERTION_ESCAPES = "bB";
    private static final String CLASS_ESCAPES = "dDsSwW";
    private static final int ANY_CLASS = -1;
    private static final int INVALID = -2;

    private enum Group {
        PLAIN,
        LOOKBEHIND
    }

    private final String text;
    private final boolean named;
    private final Deque<Group> groups = new ArrayDeque<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> references = new HashSet<>();
    private int at;
    private int captures;

    private RegexSyntax(String text) {
        this.text = text;
        this.named = hasNamedGroup(text);
    }

    static boolean isRegex(String text) {
        return !hasForeignEndAnchor(text) && new RegexSyntax(text).isPattern();
    }

    // "\Z" ends a text in other languages; the reference engine's validator refuses it except at the very start.
    private static boolean hasForeignEndAnchor(String text) {
        for (int i = text.indexOf("\\Z", 1); i > 0; i = text.indexOf("\\Z", i + 1)) {
            if (text.charAt(i - 1) != '\\') {
                return true;
            }
        }
        return false;
    }

    /** Named groups turn {@code \k} into a reference, even one that stands before them. */
    private static boolean hasNamedGroup(String text) {
        boolean inClass = false;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '[' -> inClass = true;
                case ']' -> inClass = false;
                case '(' -> {
                    boolean angle = text.startsWith("?<", i + 1);
                    if (!inClass && angle && !text.startsWith("=", i + 3) && !text.startsWith("!", i + 3)) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    private boolean isPattern() {
        while (at < text.length()) {
            boolean valid = switch (text.charAt(at)) {
                case '^', '$', '|' -> skip(1);
                case '*', '+', '?' -> false;
                case '(' -> isGroupStart();
                case ')' -> isGroupEnd();
                case '[' -> skip(1) && isClass() && isQuantified(true);
                case '\\' -> isEscape();
                case '{' -> !isInterval(at) && skip(1) && isQuantified(true);
                default -> skip(1) && isQuantified(true);
            };
            if (!valid) {
                return false;
            }
        }
        return groups.isEmpty() && (!named || names.containsAll(references));
    }

    private boolean skip(int count) {
        at += count;
        return true;
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    private boolean isGroupStart() {
        skip(1);
        if (peek(0) != '?') {
            groups.push(Group.PLAIN);
            return ++captures <= MAX_CAPTURES;
        }
        boolean behind = peek(1) == '<' && (peek(2) == '=' || peek(2) == '!');
        groups.push(behind ? Group.LOOKBEHIND : Group.PLAIN);
        if (behind) {
            return skip(3);
        }
        return switch (peek(1)) {
            case ':', '=', '!' -> skip(2);
            case '<' -> skip(2) && ++captures <= MAX_CAPTURES && isNewName();
            default -> false;
        };
    }

    private boolean isNewName() {
        String name = name();
        return !name.isEmpty() && names.add(name);
    }

    private boolean isGroupEnd() {
        // Looking ahead may be repeated, looking behind may not.
        return !groups.isEmpty() && skip(1) && isQuantified(groups.pop() == Group.PLAIN);
    }

    /** Takes the quantifier behind an atom, if there is one. */
    private boolean isQuantified(boolean repeatable) {
        switch (peek(0)) {
            case '*', '+', '?' -> skip(1);
            case '{' -> {
                if (!isInterval(at)) {
                    return true;
                }
                if (!takeInterval()) {
                    return false;
                }
            }
            default -> {
                return true;
            }
        }
        if (peek(0) == '?') {
            skip(1);
        }
        return repeatable;
    }

    /** Whether <code>{n}</code>, <code>{n,}</code> or <code>{n,m}</code> is here; other braces are plain characters. */
    private boolean isInterval(int start) {
        Scan scan = new Scan(text, start + 1, text.length());
        if (scan.takeAll(Scan.DIGITS) == 0) {
            return false;
        }
        if (scan.take(',')) {
            scan.takeAll(Scan.DIGITS);
        }
        return scan.take('}');
    }

    private boolean takeInterval() {
        skip(1);
        int least = bound();
        if (peek(0) == '}') {
            return skip(1);
        }
        skip(1);
        int most = peek(0) == '}' ? Integer.MAX_VALUE : bound();
        skip(1);
        return least <= most;
    }

    private int bound() {
        long bound = 0;
        for (; Scan.isDigit(peek(0)); skip(1)) {
            bound = Math.min(bound * 10 + (peek(0) - '0'), Integer.MAX_VALUE);
        }
        return (int) bound;
    }

    private boolean isEscape() {
        if (at + 1 == text.length()) {
            return false;
        }
        char escaped = peek(1);
        if (ASSERTION_ESCAPES.indexOf(escaped) >= 0) {
            return skip(2);
        }
        if (escaped == 'k' && named) {
            skip(2);
            return isReference() && isQuantified(true);
        }
        if (Scan.isDigit(escaped) || CLASS_ESCAPES.indexOf(escaped) >= 0) {
            skip(2);
        } else {
            character(false);
        }
        return isQuantified(true);
    }

    private boolean isReference() {
        if (peek(0) != '<') {
            return false;
        }
        skip(1);
        String name = name();
        references.add(name);
        return !name.isEmpty();
    }

    private boolean isClass() {
        if (peek(0) == '^') {
            skip(1);
        }
        while (at < text.length() && text.charAt(at) != ']') {
            int from = classAtom();
            if (from == INVALID) {
                return false;
            }
            if (peek(0) == '-' && peek(1) != ']') {
                skip(1);
                int to = at < text.length() ? classAtom() : INVALID;
                if (to == INVALID || (from != ANY_CLASS && to != ANY_CLASS && from > to)) {
                    return false;
                }
            }
        }
        return at < text.length() && skip(1);
    }

    private int classAtom() {
        if (text.charAt(at) != '\\') {
            return text.charAt(at++);
        }
        if (at + 1 == text.length() || (peek(1) == 'k' && named)) {
            return INVALID;
        }
        if (CLASS_ESCAPES.indexOf(peek(1)) >= 0) {
            skip(2);
            return ANY_CLASS;
        }
        if (peek(1) == 'b') {
            skip(2);
            return '\b';
        }
        return character(true);
    }

    /** Takes an escaped character and tells which one it is. */
    private int character(boolean inClass) {
        skip(1);
        char escaped = text.charAt(at);
        switch (escaped) {
            case 'c' -> {
                return control(inClass);
            }
            case 'x' -> {
                skip(1);
                return hex(2, 'x');
            }
            case 'u' -> {
                skip(1);
                return hex(4, 'u');
            }
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                return octal();
            }
            default -> skip(1);
        }
        int control = "tnvfr".indexOf(escaped);
        return control < 0 ? escaped : "\t\n\u000b\f\r".charAt(control);
    }

    private int control(boolean inClass) {
        char letter = peek(1);
        if (Scan.isLetter(letter) || (inClass && (Scan.isDigit(letter) || letter == '_'))) {
            skip(2);
            return letter & 0x1f;
        }
        // The backslash stands for itself, and the c for the next character.
        return '\\';
    }

    private int hex(int digits, char otherwise) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            if (!Scan.isHex(peek(i))) {
                return otherwise;
            }
            value = value * 16 + Character.digit(peek(i), 16);
        }
        skip(digits);
        return value;
    }

    private int octal() {
        int value = 0;
        for (int i = 0; i < 3 && peek(0) >= '0' && peek(0) <= '7' && value < 32; i++) {
            value = value * 8 + (peek(0) - '0');
            skip(1);
        }
        return value;
    }

    /** Takes a group's name with its closing bracket; empty when it is no name. */
    private String name() {
        StringBuilder name = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '>') {
            int c = nameCharacter();
            boolean valid = name.isEmpty() ? isNameStart(c) : isNamePart(c);
            if (!valid) {
                return "";
            }
            name.appendCodePoint(c);
        }
        return at < text.length() && skip(1) ? name.toString() : "";
    }

    private int nameCharacter() {
        if (text.charAt(at) != '\\') {
            int c = text.codePointAt(at);
            skip(Character.charCount(c));
            return c;
        }
        if (peek(1) != 'u') {
            return INVALID;
        }
        skip(2);
        if (peek(0) == '{') {
            return bracedCodePoint();
        }
        int high = hex(4, '\\');
        boolean pair = high >= 0xD800 && high < 0xDC00 && peek(0) == '\\' && peek(1) == 'u';
        if (!pair) {
            return high;
        }
        skip(2);
        int low = hex(4, '\\');
        return low >= 0xDC00 && low < 0xE000 ? Character.toCodePoint((char) high, (char) low) : INVALID;
    }

    private int bracedCodePoint() {
        skip(1);
        int value = 0;
        int digits = 0;
        for (; Scan.isHex(peek(0)); skip(1), digits++) {
            value = Math.min(value * 16 + Character.digit(peek(0), 16), Character.MAX_CODE_POINT + 1);
        }
        boolean valid = digits > 0 && value <= Character.MAX_CODE_POINT && peek(0) == '}';
        skip(1);
        return valid ? value : INVALID;
    }

    private static boolean isNameStart(int c) {
        return c == '$' || c == '_' || (c > 0 && Character.isUnicodeIdentifierStart(c));
    }

    private static boolean isNamePart(int c) {
        return c == '$'
                || c == 0x200C
                || c == 0x200D
                || (c > 0 && Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }
}
