package dev.eventtester.field.format;

/** JSON pointers. */
final class PointerFormats {

    private static final CharClass FRAGMENT = CharClass.alphanumericOr("_-.!$&'()*+,;:=@/");

    private PointerFormats() {}

    static boolean isPointer(String text) {
        return isPointer(new Scan(text));
    }

    private static boolean isPointer(Scan scan) {
        if (!scan.atEnd() && scan.peek() != '/') {
            return false;
        }
        while (!scan.atEnd()) {
            if (scan.take('~') && !(scan.take('0') || scan.take('1'))) {
                return false;
            }
            if (!scan.atEnd() && scan.peek() != '~') {
                scan.skip();
            }
        }
        return true;
    }

    /** A number of levels up, and a pointer from there or a {@code #} for the key. */
    static boolean isRelativePointer(String text) {
        Scan scan = new Scan(text);
        if (!scan.take('0') && scan.takeAll(Scan.DIGITS) == 0) {
            return false;
        }
        return scan.take('#') ? scan.atEnd() : isPointer(scan);
    }

    static boolean isUriFragment(String text) {
        Scan scan = new Scan(text);
        if (!scan.take('#') || (!scan.atEnd() && scan.peek() != '/')) {
            return false;
        }
        while (!scan.atEnd()) {
            if (scan.take('~') && !(scan.take('0') || scan.take('1'))) {
                return false;
            }
            if (scan.take('%') && !scan.take(Scan.HEX, 2)) {
                return false;
            }
            if (!scan.atEnd() && "~%".indexOf(scan.peek()) < 0 && !scan.take(FRAGMENT)) {
                return false;
            }
        }
        return true;
    }
}
