package dev.eventtester.delivery.address;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A range of IPv4 or of IPv6 addresses, written {@code 10.0.0.0/8} or {@code fc00::/7}. */
record AddressRange(InetAddress base, int prefix) {

    /**
     * @throws IllegalArgumentException naming what is wrong
     */
    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        boolean literal = !address.isEmpty()
                && address.chars().allMatch(c -> c == '.' || c == ':' || Character.digit(c, 16) >= 0 && c < 0x80)
                && (address.indexOf(':') >= 0
                        || address.chars().filter(c -> c == '.').count() == 3);
        if (slash < 0 || !literal || !text.substring(slash + 1).matches("\\d{1,3}")) {
            throw new IllegalArgumentException("not an address range such as 10.0.0.0/8");
        }
        try {
            return of(InetAddress.getByName(address), Integer.parseInt(text.substring(slash + 1)));
        } catch (UnknownHostException malformed) {
            throw new IllegalArgumentException("not an address range such as 10.0.0.0/8");
        }
    }

    private static AddressRange of(InetAddress base, int prefix) {
        int bits = 8 * base.getAddress().length;
        if (prefix > bits) {
            throw new IllegalArgumentException("the prefix is longer than " + bits + " bits");
        }
        byte[] bytes = base.getAddress();
        for (int bit = prefix; bit < bits; bit++) {
            if ((bytes[bit / 8] & 0x80 >> bit % 8) != 0) {
                throw new IllegalArgumentException("the address has bits set beyond its prefix of " + prefix);
            }
        }
        return new AddressRange(base, prefix);
    }

    boolean contains(InetAddress address) {
        byte[] ours = base.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        int whole = prefix / 8;
        for (int i = 0; i < whole; i++) {
            if (ours[i] != theirs[i]) {
                return false;
            }
        }
        int mask = 0xFF00 >> prefix % 8 & 0xFF;
        return mask == 0 || (ours[whole] & mask) == (theirs[whole] & mask);
    }
}
