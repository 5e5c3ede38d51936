package dev.eventtester.field.format;

/** IP addresses in text form. */
final class IpFormats {

    private static final int GROUPS = 8;

    private IpFormats() {}

    /** Four decimal octets; leading zeros are allowed up to three digits. */
    static boolean isIpv4(String text) {
        return isIpv4(new Scan(text), true);
    }

    private static boolean isIpv4(Scan scan, boolean leadingZeros) {
        for (int i = 0; i < 4; i++) {
            if ((i > 0 && !scan.take('.')) || !takeOctet(scan, leadingZeros)) {
                return false;
            }
        }
        return scan.atEnd();
    }

    private static boolean takeOctet(Scan scan, boolean leadingZeros) {
        boolean zero = scan.peek() == '0';
        int octet = 0;
        int digits = 0;
        for (; digits < 4 && Scan.isDigit(scan.peek()); digits++) {
            octet = octet * 10 + (scan.peek() - '0');
            scan.skip();
        }
        return digits > 0 && digits < 4 && octet <= 255 && (leadingZeros || !zero || digits == 1);
    }

    static boolean isIpv6(String text) {
        return isIpv6(text, 0, text.length(), false);
    }

    /**
     * Whether a part of a text is an IPv6 address: eight groups, or fewer around one {@code ::}; four octets may stand
     * for the last two groups.
     */
    static boolean isIpv6(String text, int start, int end, boolean leadingZeros) {
        Scan scan = new Scan(text, start, end);
        boolean elided = false;
        int groups = 0;
        if (scan.take(':')) {
            if (!scan.take(':')) {
                return false;
            }
            elided = true;
        }
        while (!scan.atEnd()) {
            int group = scan.position();
            int digits = scan.takeAll(Scan.HEX);
            if (scan.peek() == '.') {
                groups += 2;
                return isFull(groups, elided) && isIpv4(new Scan(text, group, end), leadingZeros);
            }
            if (digits == 0 || digits > 4 || ++groups > GROUPS) {
                return false;
            }
            if (scan.atEnd()) {
                break;
            }
            if (!scan.take(':')) {
                return false;
            }
            if (scan.peek() == ':') {
                scan.skip();
                if (elided) {
                    return false;
                }
                elided = true;
            } else if (scan.atEnd()) {
                return false;
            }
        }
        return isFull(groups, elided);
    }

    private static boolean isFull(int groups, boolean elided) {
        return elided ? groups < GROUPS : groups == GROUPS;
    }
}
