package dev.eventtester.delivery.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * What kind of address one is that the public internet does not reach, by IANA's registries of special-purpose
 * addresses.
 *
 * @param range the addresses
 * @param words what they are, with an article
 */
record AddressClass(AddressRange range, String words) {

    private static final List<AddressClass> IPV4 = List.of(
            of("0.0.0.0/8", "an unspecified address"),
            of("10.0.0.0/8", "a private address"),
            of("100.64.0.0/10", "a carrier's shared address"),
            of("127.0.0.0/8", "a loopback address"),
            of("168.63.129.16/32", "a cloud platform's own address"),
            of("169.254.0.0/16", "a link-local address"),
            of("172.16.0.0/12", "a private address"),
            of("192.0.0.0/24", "a protocol's own address"),
            of("192.0.2.0/24", "a documentation address"),
            of("192.88.99.0/24", "a reserved address"),
            of("192.168.0.0/16", "a private address"),
            of("198.18.0.0/15", "a benchmarking address"),
            of("198.51.100.0/24", "a documentation address"),
            of("203.0.113.0/24", "a documentation address"),
            of("224.0.0.0/4", "a multicast address"),
            of("255.255.255.255/32", "a broadcast address"),
            of("240.0.0.0/4", "a reserved address"));

    private static final List<AddressClass> IPV6 = List.of(
            of("::/128", "an unspecified address"),
            of("::1/128", "a loopback address"),
            of("64:ff9b:1::/48", "a private address"),
            of("100::/64", "a discard address"),
            of("2001::/32", "a Teredo address"),
            of("2001:2::/48", "a benchmarking address"),
            of("2001::/23", "a protocol's own address"),
            of("2001:db8::/32", "a documentation address"),
            of("3fff::/20", "a documentation address"),
            of("fc00::/7", "a private address"),
            of("fe80::/10", "a link-local address"),
            of("fec0::/10", "a site-local address"),
            of("ff00::/8", "a multicast address"));

    private static final AddressRange GLOBAL_IPV6 = AddressRange.parse("2000::/3");
    private static final AddressRange NAT64 = AddressRange.parse("64:ff9b::/96");
    private static final AddressRange SIX_TO_FOUR = AddressRange.parse("2002::/16");
    private static final AddressRange COMPATIBLE = AddressRange.parse("::/96");
    private static final AddressRange TRANSLATED = AddressRange.parse("::ffff:0:0:0/96");

    /** What kind of address this is, or null if the public internet reaches it. */
    static String of(InetAddress address) {
        byte[] bytes = address.getAddress();
        String listed = listed(bytes.length == 4 ? IPV4 : IPV6, address);
        if (listed != null || bytes.length == 4) {
            return listed;
        }
        if (NAT64.contains(address)) {
            return embedded(bytes, 12);
        }
        if (SIX_TO_FOUR.contains(address)) {
            return embedded(bytes, 2);
        }
        if (COMPATIBLE.contains(address) || TRANSLATED.contains(address)) {
            String inner = embedded(bytes, 12);
            return inner == null ? "a reserved address" : inner;
        }
        return GLOBAL_IPV6.contains(address) ? null : "a reserved address";
    }

    private static String embedded(byte[] bytes, int from) {
        try {
            return of(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String listed(List<AddressClass> classes, InetAddress address) {
        return classes.stream()
                .filter(special -> special.range.contains(address))
                .map(AddressClass::words)
                .findFirst()
                .orElse(null);
    }

    private static AddressClass of(String range, String words) {
        return new AddressClass(AddressRange.parse(range), words);
    }
}
