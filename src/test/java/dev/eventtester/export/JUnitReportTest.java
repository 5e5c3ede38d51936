package dev.eventtester.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class JUnitReportTest {

    @Test
    void counts_one_test_case_per_mapping() throws Exception {
        Element suites = report(Documents.outcome(
                Documents.mapping("a", "SUCCEEDED"),
                Documents.mapping("b", "VALIDATED"),
                Documents.failedAt(Documents.mapping("c", "NOT_MATCHED"), "TRIGGER", "nearly"),
                Documents.failedAt(Documents.mapping("d", "FAILED"), "DELIVERY", "500"),
                Documents.mapping("e", "INTERRUPTED")));
        Element suite = only(suites, "testsuite");

        assertThat(suites.getTagName()).isEqualTo("testsuites");
        for (Element counted : new Element[] {suites, suite}) {
            assertThat(counted.getAttribute("tests")).isEqualTo("5");
            assertThat(counted.getAttribute("failures")).isEqualTo("1");
            assertThat(counted.getAttribute("errors")).isEqualTo("1");
            assertThat(counted.getAttribute("time")).isEqualTo("1.212");
        }
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        assertThat(suite.getAttribute("timestamp")).isEqualTo("2026-01-02T03:04:05");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(5);
    }

    @Test
    void a_test_case_is_named_after_its_mapping_and_has_its_time_in_seconds() throws Exception {
        Element testCase = only(report(Documents.outcome(Documents.mapping("Orders", "SUCCEEDED"))), "testcase");

        assertThat(testCase.getAttribute("name")).isEqualTo("Orders");
        assertThat(testCase.getAttribute("classname")).isEqualTo("actions-webhook.send");
        assertThat(testCase.getAttribute("time")).isEqualTo("0.180");
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_MATCHED, TRIGGER, skipped, ''",
        "FAILED, VALIDATION, failure, VALIDATION",
        "FAILED, DELIVERY, failure, DELIVERY",
        "FAILED, '', failure, FAILED",
        "INTERRUPTED, '', error, INTERRUPTED",
        "'', '', error, RUNNING",
    })
    void tells_how_a_mapping_ended_and_why(String verdict, String stage, String element, String type) throws Exception {
        ObjectNode mapping = Documents.mapping("m", verdict);
        if (verdict.isEmpty()) {
            mapping.remove("verdict");
        }
        if (!stage.isEmpty()) {
            Documents.failedAt(mapping, stage, "the reason");
        }

        Element end = only(report(Documents.outcome(mapping)), element);

        assertThat(end.getAttribute("type")).isEqualTo(type);
        assertThat(end.getAttribute("message"))
                .isEqualTo(
                        switch (type) {
                            case "INTERRUPTED" -> "The service stopped during this test: calls may have been made.";
                            case "FAILED" -> "The outcome does not say why.";
                            case "RUNNING" -> "The test has not come to its end yet.";
                            default -> stage + ": the reason";
                        });
    }

    @Test
    void shows_the_calls_and_the_facts_of_the_test() throws Exception {
        ObjectNode call = Documents.call(Documents.request("POST", "https://h/<redacted>", Map.of()));
        Element report =
                report(Documents.outcome(Documents.mapping("m", "FAILED", Documents.answered(call, 500, "a/b", "no"))));

        assertThat(only(report, "system-out").getTextContent())
                .isEqualTo("subscription s-m\ntrigger type = \"track\"\n"
                        + "m1c1 POST https://h/<redacted> -> 500 OK (171 ms)");
        Element properties = only(report, "properties");
        assertThat(property(properties, "verdict")).isEqualTo("PARTIAL");
        assertThat(property(properties, "note.filters-bypassed")).isEqualTo("Filters are bypassed.");
        assertThat(property(properties, "outcome")).isEqualTo("0198f000-0000-7000-8000-000000000001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "]]> & <b> \" ' -->",
                "\u0000\u0001\b\u000b\u001b\u007f\u0085\r",
                "\ud800 \udc00 \ufffe \uffff",
                "\ud83d\ude00 \u6f22 \u00fc \u2028",
                "\ud83f\udffe",
            })
    void stays_well_formed_with_any_text(String text) throws Exception {
        ObjectNode mapping = Documents.failedAt(Documents.mapping(text, "FAILED"), "DELIVERY", text);
        ObjectNode outcome = Documents.outcome(mapping);
        ((ObjectNode) outcome.get("destination")).put("name", text);

        Element report = report(outcome);

        String shown = only(report, "testcase").getAttribute("name");
        assertThat(shown).isEqualTo(XmlText.of(text));
        assertThat(only(report, "failure").getTextContent()).isEqualTo("DELIVERY: " + XmlText.of(text));
    }

    @Test
    void writes_what_xml_cannot_say_as_an_escape() {
        assertThat(XmlText.of("a\u0000b\ud800c\rd")).isEqualTo("a\\u0000b\\ud800c\\u000dd");
        assertThat(XmlText.of("\ud83d\ude00\t\n")).isEqualTo("\ud83d\ude00\t\n");
    }

    @Test
    void an_outcome_without_mappings_is_an_empty_suite() throws Exception {
        assertThat(only(report(Documents.outcome()), "testsuite").getAttribute("tests"))
                .isEqualTo("0");
    }

    private static Element report(ObjectNode outcome) throws Exception {
        byte[] xml = JUnitReport.of(outcome).getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
    }

    private static Element only(Element parent, String name) {
        assertThat(parent.getElementsByTagName(name).getLength()).as(name).isEqualTo(1);
        return (Element) parent.getElementsByTagName(name).item(0);
    }

    private static String property(Element properties, String name) {
        for (int i = 0; i < properties.getElementsByTagName("property").getLength(); i++) {
            Element property =
                    (Element) properties.getElementsByTagName("property").item(i);
            if (property.getAttribute("name").equals(name)) {
                return property.getAttribute("value");
            }
        }
        return null;
    }
}
