package dev.eventtester.delivery.address;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** Decides which addresses may be called: those of the public internet and those that the operator lists. Immutable. */
public final class AddressGuard {

    private static final String KEY = "event-tester.delivery.allow";
    private static final int ANY_PORT = 0;

    private final List<Allowed> allowed;

    private AddressGuard(List<Allowed> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /**
     * @param entries each {@code CIDR:port}, an IPv6 address in brackets, {@code *} for any port
     * @throws IllegalStateException naming the key, the entry and what is wrong with it
     */
    public static AddressGuard of(List<String> entries) {
        List<Allowed> allowed = new ArrayList<>();
        for (String entry : entries) {
            try {
                allowed.add(Allowed.parse(entry.strip()));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalStateException(KEY + ": \"" + entry + "\" is not CIDR:port: " + wrong.getMessage());
            }
        }
        return new AddressGuard(allowed);
    }

    /**
     * Judges every address that a host stands for.
     *
     * @throws RefusedException if one of them may not be called
     */
    public void judge(Target target, List<InetAddress> addresses) {
        for (InetAddress address : addresses) {
            String words = AddressClass.of(address);
            if (words != null && allowed.stream().noneMatch(one -> one.covers(address, target.port()))) {
                throw new RefusedException(reason(target, address, words));
            }
        }
    }

    private static String reason(Target target, InetAddress address, String words) {
        String ip = NetUtil.toAddressString(address);
        String subject = target.literal() == null ? target.host() + " resolves to " + ip + ", " : ip + " is ";
        return subject + words + ", and " + KEY + " does not list it with port " + target.port();
    }

    /** One entry of the operator's list. */
    private record Allowed(AddressRange range, int port) {

        static Allowed parse(String entry) {
            int colon = entry.lastIndexOf(':');
            if (colon < 0 || colon < entry.indexOf('/') || entry.indexOf('/') < 0) {
                throw new IllegalArgumentException("a range and a port are needed, such as 127.0.0.1/32:8080");
            }
            String range = entry.substring(0, colon);
            boolean bracketed = range.startsWith("[") && range.contains("]/");
            if (!bracketed && range.indexOf(':') >= 0) {
                throw new IllegalArgumentException("an IPv6 address needs brackets, such as [::1]/128:8080");
            }
            String plain = bracketed ? range.substring(1).replace("]/", "/") : range;
            return new Allowed(AddressRange.parse(plain), port(entry.substring(colon + 1)));
        }

        private static int port(String text) {
            if (text.equals("*")) {
                return ANY_PORT;
            }
            int port = text.matches("[1-9]\\d{0,4}") ? Integer.parseInt(text) : 0;
            if (port < 1 || port > 65535) {
                throw new IllegalArgumentException("the port must be * or a number from 1 to 65535");
            }
            return port;
        }

        boolean covers(InetAddress address, int called) {
            return (port == ANY_PORT || port == called) && range.contains(address);
        }
    }
}
