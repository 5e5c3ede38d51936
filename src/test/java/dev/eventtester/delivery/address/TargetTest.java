package dev.eventtester.delivery.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** URLs as users write them, rightly and wrongly. */
class TargetTest {

    @ParameterizedTest
    @CsvSource({
        "http://example.com, false, example.com, 80, /, example.com",
        "https://example.com/a/b?c=d#e, true, example.com, 443, /a/b?c=d, example.com",
        "HTTPS://EXAMPLE.com:8443/X, true, example.com, 8443, /X, example.com:8443",
        "http://example.com:80/, false, example.com, 80, /, example.com",
        "https://example.com?a=b, true, example.com, 443, /?a=b, example.com",
        "https://example.com#top, true, example.com, 443, /, example.com",
        "https://example.com./x, true, example.com, 443, /x, example.com",
        "https://my_bucket.example.com/, true, my_bucket.example.com, 443, /, my_bucket.example.com",
        "https://bücher.example/ü?ß=é, true, xn--bcher-kva.example, 443, /%C3%BC?%C3%9F=%C3%A9, xn--bcher-kva.example",
        "'https://example.com/{a}?q=\"x\"', true, example.com, 443, /%7Ba%7D?q=%22x%22, example.com",
        "https://example.com/i('1')?q='1'&{r}, true, example.com, 443, /i('1')?q=%271%27&{r}, example.com",
        "https://example.com/a%20b/../c, true, example.com, 443, /a%20b/../c, example.com",
        "http://93.184.216.34:81/, false, 93.184.216.34, 81, /, 93.184.216.34:81",
        "'http://[2606:2800:220:1::1]:81/x', false, '2606:2800:220:1::1', 81, /x, '[2606:2800:220:1::1]:81'",
        "https://1.2.3.example/, true, 1.2.3.example, 443, /, 1.2.3.example",
        "https://example.com/a:b@c, true, example.com, 443, /a:b@c, example.com",
    })
    void reads_a_url(String url, boolean secure, String host, int port, String uri, String authority) {
        Target target = Target.parse(url);
        assertThat(target.secure()).isEqualTo(secure);
        assertThat(target.host()).isEqualTo(host);
        assertThat(target.port()).isEqualTo(port);
        assertThat(target.uri()).isEqualTo(uri);
        assertThat(target.authority()).isEqualTo(authority);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "//example.com/",
                "ftp://example.com/",
                "file:///etc/passwd",
                "http:/example.com/",
                "http:example.com",
                "javascript:alert(1)",
                "http://",
                "http:///path",
                "http://:80/",
                "http://?a",
                "http://./",
                "http://a..b/",
                "http://.a/",
                "http://a../",
                "http://user@example.com/",
                "http://user:pass@example.com/",
                "http://example.com@127.0.0.1/",
                "http://example.com:80@127.0.0.1/",
                "http://@example.com/",
                "http://example.com\\@127.0.0.1/",
                "http:\\\\example.com/",
                " http://example.com/",
                "http://example.com/ ",
                "http://example.com/a b",
                "http://exa mple.com/",
                "http://example.com/\r\nx: y",
                "http://example.com/\t",
                "http://example.com/\u0000",
                "http://example.com/\u007f",
                "http://example.com/\u0085",
                "http://example.com/\u00a0",
                "http://example.com/\u2028",
                "http://example.com:/",
                "http://example.com:0/",
                "http://example.com:65536/",
                "http://example.com:99999999999/",
                "http://example.com:-1/",
                "http://example.com:+80/",
                "http://example.com:080/",
                "http://example.com:8a/",
                "http://example.com:80:80/",
                "http://example.com:\u0668\u0660/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.1/",
                "http://017700000001/",
                "http://0177.0.0.1/",
                "http://127.1/",
                "http://127.0.1/",
                "http://127.0.0.01/",
                "http://127.0.0.256/",
                "http://127.0.0.1.5/",
                "http://127.0.0.0x1/",
                "http://1.2.3.4.example.0x10/",
                "http://0/",
                "http://%31%32%37.0.0.1/",
                "http://127.0.0.1%2f.example.com/",
                "http://[::1/",
                "http://::1/",
                "http://[::1%lo]/",
                "http://[::1%25lo]/",
                "http://[fe80::1%eth0]/",
                "http://[]/",
                "http://[1]/",
                "http://[127.0.0.1]/",
                "http://[::1]x/",
                "http://[::1]x:80/",
                "http://[::g]/",
                "http://[1:2:3:4:5:6:7:8:9]/",
                "http://[v1.x]/",
                "http://-example.com/",
                "http://example-.com/",
                "http://exam$ple.com/",
                "http://exam*ple.com/",
                "http://exa\u00admple.com:x/",
                "http://\ud800.example/",
                "http://example.com/\ud800",
            })
    void refuses_what_readers_of_urls_disagree_on(String url) {
        assertThatThrownBy(() -> Target.parse(url)).isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"１２７.0.0.1", "127。0。0。1", "①②⑦.0.0.1", "127.0.0.1."})
    void reads_an_address_in_other_digits_and_dots_as_that_address(String host) {
        Target target = Target.parse("http://" + host + "/");
        assertThat(target.literal().getHostAddress()).isEqualTo("127.0.0.1");
    }

    @Test
    void refuses_a_name_that_is_too_long() {
        String label = "a".repeat(63);
        assertThat(Target.parse("http://" + label + ".example/").host()).hasSize(71);
        assertThatThrownBy(() -> Target.parse("http://" + label + "a.example/")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> Target.parse("http://" + (label + ".").repeat(4) + "example/"))
                .isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://user:pass@host/x?y=z, https://***@host/x?y=z",
        "https://a@b@host, https://***@host",
        "https://host/a@b, https://host/a@b",
        "https://host?a@b, https://host?a@b",
        "user:pass@host, user:***@host",
        "nonsense, nonsense",
    })
    void hides_user_info(String url, String shown) {
        assertThat(Target.withoutUserInfo(url, "***")).isEqualTo(shown);
    }
}
