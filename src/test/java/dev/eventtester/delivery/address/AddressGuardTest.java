package dev.eventtester.delivery.address;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses may be called. */
class AddressGuardTest {

    private static final AddressGuard PUBLIC_ONLY = AddressGuard.of(List.of());

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, unspecified",
        "0.1.2.3, unspecified",
        "10.0.0.0, private",
        "10.255.255.255, private",
        "100.64.0.0, shared",
        "100.100.100.200, shared",
        "100.127.255.255, shared",
        "127.0.0.1, loopback",
        "127.255.255.254, loopback",
        "168.63.129.16, cloud",
        "169.254.0.1, link-local",
        "169.254.169.254, link-local",
        "172.16.0.1, private",
        "172.31.255.255, private",
        "192.0.0.8, protocol",
        "192.0.0.192, protocol",
        "192.0.2.1, documentation",
        "192.88.99.1, reserved",
        "192.168.0.1, private",
        "192.168.255.255, private",
        "198.18.0.1, benchmarking",
        "198.19.255.255, benchmarking",
        "198.51.100.7, documentation",
        "203.0.113.7, documentation",
        "224.0.0.1, multicast",
        "239.255.255.255, multicast",
        "240.0.0.1, reserved",
        "255.255.255.254, reserved",
        "255.255.255.255, broadcast",
        "::, unspecified",
        "::1, loopback",
        "::2, unspecified",
        "::127.0.0.1, loopback",
        "::10.0.0.1, private",
        "::8.8.8.8, reserved",
        "::ffff:127.0.0.1, loopback",
        "::ffff:7f00:1, loopback",
        "::ffff:169.254.169.254, link-local",
        "::ffff:0:127.0.0.1, loopback",
        "::ffff:0:8.8.8.8, reserved",
        "64:ff9b::127.0.0.1, loopback",
        "64:ff9b::a9fe:a9fe, link-local",
        "64:ff9b::c0a8:1, private",
        "64:ff9b:1::8.8.8.8, private",
        "64:ff9b:2::1, reserved",
        "100::1, discard",
        "100:0:0:1::1, reserved",
        "2001::1, Teredo",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2, Teredo",
        "2001:2::1, benchmarking",
        "2001:10::1, protocol",
        "2001:20::1, protocol",
        "2001:1ff:ffff::1, protocol",
        "2001:db8::1, documentation",
        "2002:7f00:1::, loopback",
        "2002:a9fe:a9fe::1, link-local",
        "2002:c0a8:101::1, private",
        "3fff::1, documentation",
        "3fff:fff:ffff::1, documentation",
        "4000::1, reserved",
        "5f00::1, reserved",
        "fc00::1, private",
        "fd00:ec2::254, private",
        "fdff:ffff::1, private",
        "fe80::1, link-local",
        "febf::1, link-local",
        "fec0::1, site-local",
        "feff::1, site-local",
        "fe00::1, reserved",
        "ff02::1, multicast",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, multicast",
    })
    void refuses_addresses_beyond_the_public_internet(String address, String kind) {
        assertThatThrownBy(() -> judge(PUBLIC_ONLY, "https://example.com/", address))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(kind)
                .hasMessageContaining("example.com resolves to ")
                .hasMessageContaining("event-tester.delivery.allow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "169.255.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.0.1.1",
                "192.0.3.1",
                "192.167.255.255",
                "192.169.0.1",
                "198.17.255.255",
                "198.20.0.1",
                "203.0.112.255",
                "223.255.255.255",
                "2606:4700::1111",
                "2001:200::1",
                "2001:4860:4860::8888",
                "2a00:1450:4001::1",
                "2002:808:808::1",
                "3ffe::1",
                "64:ff9b::8.8.8.8",
            })
    void lets_public_addresses_pass(String address) {
        assertThatCode(() -> judge(PUBLIC_ONLY, "https://example.com/", address))
                .doesNotThrowAnyException();
    }

    @Test
    void refuses_a_name_of_which_a_single_address_is_not_public() {
        assertThatThrownBy(() -> judge(PUBLIC_ONLY, "https://example.com/", "8.8.8.8", "2606:4700::1111", "10.0.0.1"))
                .hasMessage("example.com resolves to 10.0.0.1, a private address,"
                        + " and event-tester.delivery.allow does not list it with port 443");
    }

    @Test
    void names_a_literal_address_as_such() {
        assertThatThrownBy(() -> judge(PUBLIC_ONLY, "http://[::1]:8080/", "::1"))
                .hasMessage(
                        "::1 is a loopback address, and event-tester.delivery.allow does not list it with port 8080");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1/32:8080, http://127.0.0.1:8080/, 127.0.0.1, true",
        "127.0.0.1/32:8080, http://127.0.0.1:8081/, 127.0.0.1, false",
        "127.0.0.1/32:8080, http://127.0.0.2:8080/, 127.0.0.2, false",
        "127.0.0.0/8:*, http://127.9.9.9:1/, 127.9.9.9, true",
        "10.0.0.0/8:443, https://internal.example/, 10.20.30.40, true",
        "10.0.0.0/8:443, https://internal.example/, 11.20.30.40, true",
        "10.0.0.0/9:443, https://internal.example/, 10.128.0.1, false",
        "10.0.0.0/9:443, https://internal.example/, 10.127.0.1, true",
        "0.0.0.0/0:443, https://internal.example/, 192.168.1.1, true",
        "0.0.0.0/0:443, https://internal.example/, fd00::1, false",
        "[::1]/128:8080, 'http://[::1]:8080/', ::1, true",
        "[::1]/128:8080, 'http://[::1]:8081/', ::1, false",
        "[fd00::]/8:*, https://internal.example/, fd12::1, true",
        "[fd00::]/8:*, https://internal.example/, fc12::1, false",
        "[::1]/128:8080, http://127.0.0.1:8080/, 127.0.0.1, false",
        "' 127.0.0.1/32:8080 ', http://127.0.0.1:8080/, 127.0.0.1, true",
        "127.0.0.1/32:8080, http://127.0.0.1:8080/, ::ffff:127.0.0.1, true",
        "127.0.0.1/32:8080, http://example.com:8080/, 64:ff9b::127.0.0.1, false",
    })
    void lets_listed_addresses_pass_at_their_port(String entry, String url, String address, boolean passes) {
        AddressGuard guard = AddressGuard.of(List.of("192.0.2.0/24:1", entry));
        if (passes) {
            assertThatCode(() -> judge(guard, url, address)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> judge(guard, url, address)).isInstanceOf(RefusedException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "127.0.0.1",
                "127.0.0.1:8080",
                "127.0.0.1/32",
                "127.0.0.1/32:",
                "127.0.0.1/32:0",
                "127.0.0.1/32:65536",
                "127.0.0.1/32:http",
                "127.0.0.1/33:80",
                "127.0.0.1/-1:80",
                "127.0.0.1/:80",
                "127.0.0.1/8:80",
                "127.1/32:80",
                "127/8:80",
                "localhost/32:80",
                "0127.0.0.0/8:80x",
                "::1/128:80",
                "[::1]:80",
                "[::1]/129:80",
                "[::1]/64:80",
                "[::g]/64:80",
                "[fe80::1%lo]/128:80",
            })
    void refuses_a_wrong_entry_naming_the_key(String entry) {
        assertThatThrownBy(() -> AddressGuard.of(List.of(entry)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("event-tester.delivery.allow: \"" + entry + "\" is not CIDR:port: ");
    }

    @Test
    void says_which_bits_of_an_entry_are_wrong() {
        assertThatThrownBy(() -> AddressGuard.of(List.of("10.1.0.0/8:443")))
                .hasMessageContaining("the address has bits set beyond its prefix of 8");
    }

    private static void judge(AddressGuard guard, String url, String... addresses) {
        guard.judge(
                Target.parse(url),
                Arrays.stream(addresses).map(AddressGuardTest::address).toList());
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
